import { describe, expect, it } from 'vitest'
import { classLight } from '../../../../electron/detail/class-light.ts'
import { FORBIDDEN, type Colours, type Labels } from '../../../../electron/detail/raster.ts'
import { lightCell, synthesiseDetail } from '../../../../electron/detail/synthesise.ts'
import { detailOf, drawnLabels, GRASS, SKY, texturedPicture, WATER } from './textured-pictures.ts'

const idle = (): Promise<void> => Promise.resolve()

const layout = drawnLabels(256, 192, (x, y) => (y < 80 + 20 * Math.sin(x / 30) ? SKY : GRASS))
const photoLabels = drawnLabels(240, 240, (_x, y) => (y < 90 ? SKY : y < 180 ? GRASS : WATER))
const photo = texturedPicture(photoLabels)

/** What a pack makes: right colours, no texture. */
function flatPicture(labels: Labels): Colours {
  return texturedPicture(labels, 0)
}

function make(
  labels: Labels,
  source: { colours: Colours; labels: Labels },
  substitutes = new Map<number, number>(),
): Promise<Colours> {
  const picture = flatPicture(labels)
  const light = classLight(picture, labels, labels, lightCell(labels))
  return synthesiseDetail({ labels, picture, light, source, substitutes, seed: 0 }, idle)
}

describe('synthesiseDetail', () => {
  it('gives every class the detail that the photo has there (flat meadows, noisy skies)', async () => {
    const made = await make(layout, { colours: photo, labels: photoLabels })
    for (const label of [SKY, GRASS]) {
      const ratio = detailOf(made, layout, label) / detailOf(photo, photoLabels, label)
      expect(ratio).toBeGreaterThan(0.75)
      expect(ratio).toBeLessThan(1.25)
    }
  })

  it('keeps the light of the generated picture (a photo’s own brightness shining through)', async () => {
    const dark = { ...photo, data: photo.data.map((value) => value * 0.5) }
    const made = await make(layout, { colours: dark, labels: photoLabels })
    const mean = ({ data }: Colours): number => {
      let sum = 0
      for (const value of data) sum += value
      return sum / data.length
    }
    expect(Math.abs(mean(made) - mean(flatPicture(layout)))).toBeLessThan(3)
  })

  it('never copies a forbidden pixel (what is removed comes back)', async () => {
    const labels = { ...photoLabels, data: photoLabels.data.slice() }
    const colours = { ...photo, data: Uint8Array.from(photo.data) }
    for (let y = 100; y < 150; y++)
      for (let x = 60; x < 160; x++) {
        labels.data[y * 240 + x] = FORBIDDEN
        colours.data.set([255, 0, 0], (y * 240 + x) * 3)
      }
    const made = await make(layout, { colours, labels })
    let red = 0
    for (let at = 0; at < made.data.length; at += 3) if ((made.data[at] ?? 0) - (made.data[at + 1] ?? 0) > 60) red++
    expect(red).toBe(0)
  })

  it('paints a class that the photo lacks with the texture it is told to', async () => {
    const water = drawnLabels(160, 160, () => WATER)
    const meadow = drawnLabels(200, 200, () => GRASS)
    const made = await make(water, { colours: texturedPicture(meadow), labels: meadow }, new Map([[WATER, GRASS]]))
    expect(detailOf(made, water, WATER)).toBeGreaterThan(0.7 * detailOf(texturedPicture(meadow), meadow, GRASS))
  })

  it('makes the same picture again from the same inputs', async () => {
    const source = { colours: photo, labels: photoLabels }
    expect((await make(layout, source)).data).toEqual((await make(layout, source)).data)
  })

  it('ends at the next step when it is cancelled', async () => {
    let steps = 0
    const cancelled = new Error('cancelled')
    const picture = flatPicture(layout)
    const light = classLight(picture, layout, layout, lightCell(layout))
    const inputs = {
      labels: layout,
      picture,
      light,
      source: { colours: photo, labels: photoLabels },
      substitutes: new Map<number, number>(),
      seed: 0,
    }
    const stop = (): Promise<void> => (++steps > 20 ? Promise.reject(cancelled) : Promise.resolve())
    await expect(synthesiseDetail(inputs, stop)).rejects.toBe(cancelled)
    expect(steps).toBe(21)
  })

  it.each([
    [9, 7],
    [17, 130],
    [130, 17],
  ])('takes a layout of %i × %i', async (width, height) => {
    const labels = drawnLabels(width, height, (x) => (x < 5 ? SKY : GRASS))
    const made = await make(labels, { colours: photo, labels: photoLabels })
    expect(made.data).toHaveLength(width * height * 3)
    expect(made.data.every((value) => Number.isFinite(value))).toBe(true)
  })
})

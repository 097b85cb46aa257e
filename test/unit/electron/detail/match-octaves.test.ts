import { describe, expect, it } from 'vitest'
import { classCodes, classNumbers } from '../../../../electron/detail/class-codes.ts'
import { matchOctaves } from '../../../../electron/detail/match-octaves.ts'
import type { Labels } from '../../../../electron/detail/raster.ts'
import { detailOf, drawnLabels, GRASS, SKY, texturedPicture } from './textured-pictures.ts'

const idle = (): Promise<void> => Promise.resolve()

const labels = drawnLabels(96, 96, (_x, y) => (y < 40 ? SKY : GRASS))
const numbers = classNumbers(labels.data)
const codes = classCodes(labels, numbers, 3)
const photo = texturedPicture(labels)
const shown = { colours: photo, codes, counted: undefined }
const none = new Set<number>()

function softened(roughness: number): { width: number; height: number; data: Float32Array } {
  return { width: 96, height: 96, data: Float32Array.from(texturedPicture(labels, roughness).data) }
}

/** Blocks of four pixels that are all brighter or darker by `step`: contrast at periods of eight pixels, none finer. */
function blocks(step: number, { width, height, data }: Labels): { width: number; height: number; data: Float32Array } {
  const picture = { width, height, data: new Float32Array(data.length * 3) }
  for (let at = 0; at < data.length; at++) {
    const x = at % width
    const y = Math.floor(at / width)
    const value = 100 + (((x >> 2) + (y >> 2)) % 2 === 0 ? step : -step)
    picture.data.fill(value, at * 3, at * 3 + 3)
  }
  return picture
}

describe('matchOctaves', () => {
  it('gives each class the contrast that it has in the source (meadows washed out by pasting)', async () => {
    const colours = softened(0.7)
    await matchOctaves(shown, { colours, codes, counted: undefined }, none, idle)
    for (const label of [SKY, GRASS]) {
      const share = detailOf(colours, labels, label) / detailOf(photo, labels, label)
      expect(share).toBeGreaterThan(0.85)
      expect(share).toBeLessThan(1.1)
    }
  })

  it('makes no noise of what is flat (a factor without an end)', async () => {
    const colours = softened(0.05)
    const before = detailOf(colours, labels, GRASS)
    await matchOctaves(shown, { colours, codes, counted: undefined }, none, idle)
    expect(detailOf(colours, labels, GRASS)).toBeLessThan(before * 2.4)
  })

  it('lowers what is rougher than the source (skies that are grainier than the exemplar)', async () => {
    const colours = softened(1.5)
    await matchOctaves(shown, { colours, codes, counted: undefined }, none, idle)
    const share = detailOf(colours, labels, GRASS) / detailOf(photo, labels, GRASS)
    // Of 1.5: noise of single channels stays, since only brightness is changed.
    expect(share).toBeGreaterThan(0.9)
    expect(share).toBeLessThan(1.25)
  })

  it('matches periods of eight pixels too (meadows without tufts)', async () => {
    const whole = drawnLabels(96, 96, () => GRASS)
    const own = classCodes(whole, classNumbers(whole.data), 3)
    const colours = blocks(10, whole)
    const middle = (place: number): number => colours.data[(48 * 96 + place) * 3] ?? 0
    const contrast = (): number => Math.abs((middle(49) + middle(50)) / 2 - (middle(53) + middle(54)) / 2)
    expect(contrast()).toBeCloseTo(20)
    const source = { colours: blocks(15, whole), codes: own, counted: undefined }
    await matchOctaves(source, { colours, codes: own, counted: undefined }, none, idle)
    expect(contrast()).toBeGreaterThan(26)
    expect(contrast()).toBeLessThan(33)
  })

  it('softens spots of what is copied again and again (a post that stands on every slope)', async () => {
    const whole = drawnLabels(96, 96, () => GRASS)
    const own = classCodes(whole, classNumbers(whole.data), 3)
    const spot = (48 * 96 + 48) * 3
    const brightness = async (repeated: ReadonlySet<number>): Promise<number> => {
      const colours = { width: 96, height: 96, data: Float32Array.from(texturedPicture(whole).data) }
      colours.data.fill(255, spot, spot + 3)
      const source = { colours: texturedPicture(whole), codes: own, counted: undefined }
      await matchOctaves(source, { colours, codes: own, counted: undefined }, repeated, idle)
      return colours.data[spot] ?? 0
    }
    expect(await brightness(new Set([0]))).toBeLessThan((await brightness(none)) - 60)
  })

  it('leaves flat classes flat beside a strong border (glow along the sky)', async () => {
    const colours = softened(0)
    const before = colours.data.slice()
    await matchOctaves(shown, { colours, codes, counted: undefined }, none, idle)
    expect(colours.data).toEqual(before)
  })

  it('changes no pixel that is known', async () => {
    const colours = softened(0.7)
    const before = colours.data.slice()
    const counted = new Uint8Array(96 * 96)
    counted.fill(1, 48 * 96)
    await matchOctaves(shown, { colours, codes, counted }, none, idle)
    expect(colours.data.subarray(0, 48 * 96 * 3)).toEqual(before.subarray(0, 48 * 96 * 3))
    expect(colours.data).not.toEqual(before)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smoothContours } from '../../../../electron/detail/label-contours.ts'
import { snapLabels } from '../../../../electron/detail/snap-labels.ts'
import { chooseSubstitutes } from '../../../../electron/detail/substitutes.ts'
import { drawnLabels, GRASS, SKY, texturedPicture, WATER } from './textured-pictures.ts'

describe('smoothContours', () => {
  it('has no stair steps on a slope (borders of 8 pixels a step)', () => {
    const small = drawnLabels(64, 64, (x, y) => (y > x / 2 + 10 ? GRASS : SKY))
    const large = smoothContours(small, 512, 512)
    // On a slope of 1 : 2 the border moves by about 4 pixels over every 8 columns; stairs move by 0 or by 8.
    const heights = Array.from({ length: 480 }, (_, x) => {
      for (let y = 0; y < 512; y++) if (large.data[y * 512 + x] === GRASS) return y
      return 512
    })
    for (let x = 0; x + 8 < heights.length; x += 4) {
      const rise = (heights[x + 8] ?? 0) - (heights[x] ?? 0)
      expect(rise).toBeGreaterThanOrEqual(1)
      expect(rise).toBeLessThanOrEqual(7)
    }
  })

  it('makes up no class and agrees with the labels where they are uniform, also for a part', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 2, max: 20 }),
        fc.integer(),
        (width, height, seed) => {
          const labels = drawnLabels(
            width,
            height,
            (x, y) => [SKY, GRASS, WATER][Math.abs(Math.imul(x * 7 + y * 13 + seed, 40503)) % 3] ?? SKY,
          )
          const whole = smoothContours(labels, width * 3, height * 3)
          expect([...new Set(whole.data)].every((label) => labels.data.includes(label))).toBe(true)
          const part = smoothContours(labels, width * 3, height * 3, { x: 0, y: 0, width, height })
          expect(part.data).toEqual(whole.data)
        },
      ),
    )
  })
})

describe('snapLabels', () => {
  it('moves a border that lies beside the edge of the photo onto it', async () => {
    const truth = drawnLabels(120, 120, (_x, y) => (y < 60 ? SKY : GRASS))
    const off = drawnLabels(120, 120, (_x, y) => (y < 56 ? SKY : GRASS))
    const snapped = await snapLabels(texturedPicture(truth), off, 6, () => Promise.resolve())
    const wrong = snapped.data.filter((label, at) => label !== truth.data[at]).length
    expect(wrong).toBeLessThan(120 * 4 * 0.2)
  })
})

describe('chooseSubstitutes', () => {
  const classes = [
    { id: 3, name: 'sky' },
    { id: 10, name: 'grass' },
    { id: 17, name: 'mountain' },
    { id: 22, name: 'water' },
    { id: 27, name: 'sea' },
  ]

  it('names a related class for one that the photo lacks or hardly shows, and no other', () => {
    const photo = Uint8Array.from([...new Array<number>(500).fill(27), ...new Array<number>(499).fill(10), 17])
    const wanted = Uint8Array.from([...new Array<number>(50).fill(22), ...new Array<number>(50).fill(10), 17, 17])
    const substitutes = chooseSubstitutes(wanted, photo, classes)
    expect(substitutes).toEqual(
      new Map([
        [22, 27],
        [17, 10],
      ]),
    )
  })

  it('never names a forbidden pixel', () => {
    expect(chooseSubstitutes(Uint8Array.of(3), new Uint8Array(9).fill(255), classes)).toEqual(new Map())
  })
})

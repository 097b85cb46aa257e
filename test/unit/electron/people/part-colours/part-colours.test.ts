import { describe, expect, it } from 'vitest'
import type { RgbImage } from '../../../../../electron/contract/rgb-image.ts'
import { keepColours, partColours } from '../../../../../electron/people/part-colours/keep-colours.ts'
import { partCells, type PartCells } from '../../../../../electron/people/part-colours/part-cells.ts'

const SIZE = { width: 64, height: 64 }
type Level = readonly [number, number, number]

/** What lies behind on the left, hair (1) above and a dress (2) below on the right, in even colours. */
const partAt = (x: number, y: number): number => (x < 32 ? 0 : y < 32 ? 1 : 2)

function figure(colours: readonly [Level, Level, Level]): { readonly picture: RgbImage; readonly cells: PartCells } {
  const data = new Uint8Array(SIZE.width * SIZE.height * 3)
  const logits = new Float32Array(SIZE.width * SIZE.height * 3)
  for (let y = 0, pixel = 0; y < SIZE.height; y++)
    for (let x = 0; x < SIZE.width; x++, pixel++) {
      const part = partAt(x, y)
      data.set(colours[part] ?? [0, 0, 0], pixel * 3)
      logits[pixel * 3 + part] = 12
    }
  const seen = Float32Array.from(data, (level) => level / 127.5 - 1)
  return { picture: { ...SIZE, data }, cells: partCells(SIZE, 3, logits, seen) }
}

const pixel = ({ data, width }: RgbImage, x: number, y: number): readonly number[] => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
]

const exemplar = partColours(figure([[0, 0, 0], [90, 60, 40], [200, 40, 60]]).cells) // prettier-ignore

describe('the colours of parts', () => {
  it('are given back to a picture part by part, and what lies behind stays as it is', () => {
    // Bugs it would catch: one shift for the whole person, channels mixed up, a background that takes after the dress.
    const { picture, cells } = figure([[120, 120, 120], [100, 66, 34], [184, 50, 70]]) // prettier-ignore
    const kept = keepColours(picture, cells, exemplar)
    for (const [x, y, colour] of [
      [50, 10, [90, 60, 40]],
      [50, 54, [200, 40, 60]],
      [8, 30, [120, 120, 120]],
    ] as const)
      pixel(kept, x, y).forEach((level, channel) => expect(level).toBeCloseTo(colour[channel] ?? 0, -0.5))
    expect(pixel(picture, 50, 54)).toEqual([184, 50, 70])
  })

  it('stay as painted where a part is so far off that it must be another thing', () => {
    const { picture, cells } = figure([[120, 120, 120], [90, 60, 40], [20, 200, 220]]) // prettier-ignore
    expect(keepColours(picture, cells, exemplar)).toEqual(picture)
  })

  it('stay as painted where the exemplar shows next to nothing of a part', () => {
    const { picture, cells } = figure([[120, 120, 120], [90, 60, 40], [190, 50, 60]]) // prettier-ignore
    const cellsSeen = exemplar.cells.with(2, 3)
    expect(keepColours(picture, cells, { ...exemplar, cells: cellsSeen })).toEqual(picture)
  })
})

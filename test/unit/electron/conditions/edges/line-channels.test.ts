import { describe, expect, it } from 'vitest'
import { encodeCondition } from '../../../../../electron/conditions/condition-encoder.ts'
import { EDGE_CHANNEL_COUNT } from '../../../../../electron/conditions/edges/edge-planes.ts'
import { lineChannels } from '../../../../../electron/conditions/edges/line-channels.ts'
import type { ConditionOf } from '../../../../../electron/contract/condition.ts'

const SIZE = { width: 12, height: 12 }
const NOSE = 8
/** One level of a distance. */
const UNIT = 1 / 255

/** A nose across a drawing of 24 × 24 in its sixth row, and a wrinkle down its left side. */
const drawing: ConditionOf<'lines'> = {
  kind: 'lines',
  width: 24,
  height: 24,
  lines: [
    {
      part: 'nose',
      points: [
        [8, 10],
        [16, 10],
      ],
    },
    {
      part: 'other',
      points: [
        [1, 0],
        [1, 23],
      ],
    },
  ],
}

describe('lineChannels', () => {
  const { data, channels } = lineChannels(drawing, SIZE)
  const at = (channel: number, x: number, y: number): number => data[(channel * 12 + y) * 12 + x] ?? Number.NaN

  it('draws lines two pixels wide at the picture’s size, all of them in the first plane, those of parts in the last', () => {
    expect(channels).toBe(EDGE_CHANNEL_COUNT)
    const rows = (channel: number, x: number): number[] =>
      Array.from({ length: 12 }, (_, y) => y).filter((y) => at(channel, x, y) === 1)
    expect(rows(14, 6)).toEqual([5, 6])
    expect(rows(14, 9)).toEqual([])
    expect(rows(0, 6)).toEqual([5, 6])
    // The wrinkle belongs to no part: it is an edge, and nothing is near it.
    expect(rows(0, 0)).toHaveLength(12)
    expect(rows(14, 0)).toEqual([])
  })

  it('tells the distance to the lines of each part, and 1 where a part has none', () => {
    expect(at(NOSE, 6, 5)).toBe(0)
    expect(at(NOSE, 6, 11)).toBeCloseTo(1 / 255)
    expect([1, 2, 7, 9, 13].map((part) => at(part, 6, 5))).toEqual([1, 1, 1, 1, 1])
  })

  // Bug it would catch: hair that ends at the picture's top, above which packs then paint a hat or another tuft.
  it('draws nothing along the border, where a part goes on outside the picture', () => {
    const hair: ConditionOf<'lines'> = {
      ...drawing,
      lines: [
        {
          part: 'hair',
          points: [
            [8, -0.5],
            [16, -0.5],
            [16, 12],
            [8, 12],
            [8, -0.5],
          ],
        },
      ],
    }
    const planes = lineChannels(hair, SIZE).data
    const drawn = (x: number, y: number): boolean => planes[14 * 144 + y * 12 + x] === 1
    expect(Array.from({ length: 12 }, (_, x) => x).filter((x) => drawn(x, 0))).toEqual([4, 5, 8, 9])
    expect([drawn(6, 6), drawn(6, 1)]).toEqual([true, false])
  })

  it('goes to the graphs that are made for edges', () => {
    const edges = {
      title: 'Faces',
      conditions: [
        { kind: 'masks' as const, encoding: 'one-hot' as const, channels: 19 },
        { kind: 'edges' as const, encoding: 'dense' as const, channels: EDGE_CHANNEL_COUNT },
      ],
      classes: [],
      sizes: { native: 12 },
    }
    expect(encodeCondition(drawing, edges, SIZE)).toMatchObject({ kind: 'dense', channels: EDGE_CHANNEL_COUNT })
    const [masks] = edges.conditions
    if (masks === undefined) throw new Error('unreachable')
    expect(() => encodeCondition(drawing, { ...edges, conditions: [masks] }, SIZE)).toThrow(
      'Faces is made for a face parsing map, not for lines drawn by hand',
    )
  })

  it('takes lines that leave the picture and single points', () => {
    const odd: ConditionOf<'lines'> = {
      ...drawing,
      lines: [
        {
          part: 'hair',
          points: [
            [-500, 30],
            [5000, -30],
          ],
        },
        { part: 'mouth', points: [[12, 12]] },
        { part: 'skin', points: [[-9, -9]] },
      ],
    }
    const planes = lineChannels(odd, SIZE).data
    expect(planes[(10 * 12 + 6) * 12 + 6]).toBe(0)
    expect(planes.every((value) => value >= 0 && value <= 1)).toBe(true)
  })

  // Bug it would catch: channels of a part that are kept from the stroke before although its lines or the sizes have changed.
  it('follows every change of lines and sizes, and comes back to the same channels', () => {
    const [nose, wrinkle] = drawing.lines
    if (nose === undefined || wrinkle === undefined) throw new Error('unreachable')
    const before = lineChannels(drawing, SIZE).data
    const lower = {
      ...drawing,
      lines: [{ ...nose, points: nose.points.map(([x, y]): [number, number] => [x, y + 4]) }],
    }
    const moved = lineChannels(lower, SIZE).data
    expect([at(NOSE, 6, 1), moved[(NOSE * 12 + 1) * 12 + 6], moved[(NOSE * 12 + 7) * 12 + 6]]).toEqual(
      [UNIT, 2 * UNIT, 0].map(Math.fround),
    )
    expect(lineChannels({ ...drawing, lines: [wrinkle] }, SIZE).data[(NOSE * 12 + 5) * 12 + 6]).toBe(1)
    expect(lineChannels({ ...drawing, width: 48, height: 48 }, SIZE).data[(NOSE * 12 + 2) * 12 + 3]).toBe(0)
    expect(lineChannels(drawing, { width: 24, height: 24 }).data[(NOSE * 24 + 10) * 24 + 12]).toBe(0)
    expect(lineChannels(drawing, SIZE).data).toEqual(before)
  })

  // Bug it would catch: packs of 256 pixels that see all lines twice as far away in pictures of 512.
  it('counts distances in pixels of the size of which a pack is made', () => {
    const twice = lineChannels(drawing, { width: 24, height: 24 }, { channels: 15, native: 12 }).data
    // Eight pixels below the line of a picture of 24 are four of one of 12: one level.
    expect(twice[(NOSE * 24 + 18) * 24 + 12]).toBe(Math.fround(UNIT))
    expect(lineChannels(drawing, { width: 24, height: 24 }).data[(NOSE * 24 + 18) * 24 + 12]).toBe(
      Math.fround(2 * UNIT),
    )
  })
})

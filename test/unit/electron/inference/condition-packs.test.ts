import { describe, expect, it } from 'vitest'
import type { Condition } from '../../../../electron/contract/condition.ts'
import { realEngine } from './real-engine.ts'

const SIZE = { width: 128, height: 160 }
type Point = [number, number] | null

function parts(): Condition {
  const data = Uint8Array.from({ length: 128 * 160 }, (_, pixel) => {
    const [x, y] = [(pixel % 128) - 48, Math.floor(pixel / 128) - 64]
    return x * x + y * y < 900 ? 1 : x * x + y * y < 1600 ? 13 : 0
  })
  return { kind: 'labels', labels: { ...SIZE, data } }
}

const lines: Condition = {
  kind: 'lines',
  ...SIZE,
  lines: [
    {
      part: 'skin',
      points: [
        [18, 64],
        [48, 34],
        [78, 64],
        [48, 94],
        [18, 64],
      ],
    },
  ],
}

/** Somebody who stands, with the left wrist at a height, or hidden. */
function pose(wrist: number | undefined): Condition {
  const points: Point[] = [
    [48, 15],
    [48, 28],
    [38, 28],
    [33, 46],
    [30, 64],
    [58, 28],
    [63, 46],
    wrist === undefined ? null : [67, wrist],
    [42, 66],
    [41, 92],
    [40, 118],
    [54, 66],
    [55, 92],
    [56, 118],
    [46, 13],
    [50, 13],
    [43, 14],
    [53, 14],
  ]
  return { kind: 'pose', ...SIZE, points }
}

async function pictureOf(pack: string, condition: Condition, exemplarCondition: Condition): Promise<Uint8Array> {
  const image = { ...SIZE, data: Uint8Array.from({ length: 128 * 160 * 3 }, (_, i) => (i * 31 + (i >> 5)) % 256) }
  const client = realEngine(50_000_000, 'test/fixtures/condition-packs')
  const outcome = await client.generate({
    recipe: 'exemplar-synthesis',
    pack: { id: pack },
    condition,
    exemplar: { image, condition: exemplarCondition },
    size: SIZE,
    seed: 0,
    options: {},
    viewId: 'view',
    revision: 1,
  }).outcome
  if (outcome.kind !== 'done') throw new Error(outcome.kind)
  expect(outcome.result.image).toMatchObject(SIZE)
  return outcome.result.image.data
}

describe('packs as models/training exports them, in the real runtime', () => {
  // A pack of two conditions runs the layout graph of the one that is asked for; the exemplar is told by its parts in both.
  it('paints a face by its parts and by a drawing', async () => {
    const byParts = await pictureOf('tiny-faces', parts(), parts())
    const byLines = await pictureOf('tiny-faces', lines, parts())
    expect(byLines).not.toEqual(byParts)
  })

  it('paints a person in a pose, higher than wide, and sees a moved and a hidden wrist', async () => {
    const stands = await pictureOf('tiny-people', pose(64), pose(64))
    const waves = await pictureOf('tiny-people', pose(20), pose(64))
    const hides = await pictureOf('tiny-people', pose(undefined), pose(64))
    expect(waves).not.toEqual(stands)
    expect(hides).not.toEqual(stands)
    expect(hides).not.toEqual(waves)
  })
})

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { poseChannels } from '../../../../../electron/conditions/pose/pose-channels.ts'
import { scalePose } from '../../../../../electron/conditions/pose/scale-pose.ts'
import { differences } from '../differences.ts'
import { asLevels, readFixture } from '../fixture.ts'

const poseSchema = z.object({
  width: z.number(),
  height: z.number(),
  points: z.array(z.tuple([z.number(), z.number()]).nullable()),
})

describe('poseChannels', () => {
  // Would catch: BGR for RGB, limbs in another order, rounding for truncation, a polygon filled or clipped otherwise than OpenCV's.
  it.each(readFixture('pose'))('equals the OpenCV reference to the last bit: $name', (fixture) => {
    const levels = fixture.array('levels')
    const [, height = 0, width = 0] = levels.shape
    const dense = poseChannels(scalePose(poseSchema.parse(fixture.parameters), { width, height }))
    expect([dense.channels, dense.height, dense.width]).toEqual(levels.shape)
    expect(differences(dense.data, asLevels(levels))).toBeUndefined()
  })

  it('equals itself after other poses, sizes and changes to what it gave', () => {
    // Would catch: planes of limbs that are kept and then changed, mixed up, or taken for those of another size.
    const pose = (shift: number, width = 48): Parameters<typeof poseChannels>[0] => ({
      width,
      height: 64,
      points: Array.from({ length: 18 }, (_, joint) => [4 + 2 * joint + (joint === 7 ? shift : 0), 5 + 3 * joint]),
    })
    const first = poseChannels(pose(0)).data.slice()
    poseChannels(pose(0)).data.fill(9)
    for (let shift = 1; shift < 60; shift++) poseChannels(pose(shift))
    expect(poseChannels(pose(0, 32)).data).toHaveLength(20 * 32 * 64)
    expect(poseChannels(pose(0)).data).toEqual(first)
  })

  it('refuses a joint absurdly far away instead of drawing towards it', () => {
    // Would catch: a hang over a polygon of a billion rows.
    const points = Array.from({ length: 18 }, (): [number, number] | null => null)
    points[4] = [3e9, 5]
    expect(() => poseChannels({ width: 64, height: 64, points })).toThrow(
      /^The pose's right wrist lies far outside [^.]*\.$/,
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BODY_POINTS } from '../../../../../electron/contract/poses/body-18.ts'
import { moveJoint } from '../../../../../renderer/model/poses/move-joint.ts'
import { poseDistance } from '../../../../../renderer/model/poses/pose-distance.ts'
import { type Body, PARENTS } from '../../../../../renderer/model/poses/skeleton.ts'
import {
  mirrorBody,
  moveBody,
  rotateBody,
  scaleBody,
  standOn,
} from '../../../../../renderer/model/poses/transform-body.ts'

const joint = (name: (typeof BODY_POINTS)[number]): number => BODY_POINTS.indexOf(name)

/** A person standing, arms a little out, right side of the body on the left of the picture. */
const STANDING: Body = [
  [100, 30],
  [100, 50],
  [80, 52],
  [70, 85],
  [66, 118],
  [120, 52],
  [130, 85],
  [134, 118],
  [88, 120],
  [86, 170],
  [85, 218],
  [112, 120],
  [114, 170],
  [115, 218],
  [96, 26],
  [104, 26],
  [90, 28],
  [110, 28],
]

/** Length of the bone that ends in each joint; NaN for the neck. */
function boneLengths(body: Body): number[] {
  return body.map((point, index) => {
    const parent = body[PARENTS[index] ?? -1] ?? null
    return point === null || parent === null ? Number.NaN : Math.hypot(point[0] - parent[0], point[1] - parent[1])
  })
}

const place = fc.tuple(fc.double({ min: -300, max: 500, noNaN: true }), fc.double({ min: -300, max: 500, noNaN: true }))

describe('moveJoint', () => {
  it('keeps every bone its length when bones are locked, wherever a joint is dragged', () => {
    // Would catch: arms that grow when a hand is pulled past their reach.
    const before = boneLengths(STANDING)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 17 }), place, (dragged, target) => {
        boneLengths(moveJoint(STANDING, dragged, target, 'locked')).forEach((length, index) => {
          // A limb that reaches as far as it can is a thousandth short of straight, its bones are not.
          if (!Number.isNaN(length)) expect(length).toBeCloseTo(before[index] ?? 0, 0)
        })
      }),
    )
  })

  it('brings a wrist within reach to its target and bends the elbow to the side it was on', () => {
    // Would catch: an elbow that flips over, or a wrist that stops short.
    const moved = moveJoint(STANDING, joint('right wrist'), [50, 100], 'locked')
    expect(moved[joint('right wrist')]?.[0]).toBeCloseTo(50)
    expect(moved[joint('right wrist')]?.[1]).toBeCloseTo(100)
    const bentBack = moveJoint(moved, joint('right wrist'), [66, 118], 'locked')
    expect(bentBack[joint('right elbow')]?.[0]).toBeCloseTo(70, 0)
    expect(bentBack[joint('right elbow')]?.[1]).toBeCloseTo(85, 0)
  })

  it('takes the forearm along when the elbow turns about the shoulder', () => {
    // Would catch: a forearm left behind.
    const moved = moveJoint(STANDING, joint('left elbow'), [200, 52], 'locked')
    expect(Math.abs((moved[joint('left wrist')]?.[1] ?? 0) - 52)).toBeLessThan(8)
    expect(moved[joint('left wrist')]?.[0]).toBeGreaterThan(170)
  })

  it('moves one joint alone when bones are free, and the whole person by the neck when locked', () => {
    // Would catch: both ways doing the same.
    const free = moveJoint(STANDING, joint('neck'), [110, 60], 'free')
    expect(free.filter((point, index) => point !== STANDING[index])).toHaveLength(1)
    const whole = moveJoint(STANDING, joint('neck'), [110, 60], 'locked')
    expect(whole[joint('left ankle')]).toEqual([125, 228])
  })

  it('shows a hidden joint where it is dropped', () => {
    // Would catch: NaN coordinates for a limb without its joints.
    const hidden = STANDING.map((point, index) => (index === joint('right wrist') ? null : point))
    expect(
      moveJoint(hidden, joint('right wrist'), [60, 90], 'locked')[joint('right wrist')]?.every(Number.isFinite),
    ).toBe(true)
  })
})

describe('whole bodies', () => {
  it('gives the same body when mirrored twice, with left and right swapped in between', () => {
    // Would catch: a mirrored person whose left hand is still called left, so that networks see crossed arms.
    const mirrored = mirrorBody(STANDING, 100)
    expect(mirrored[joint('left wrist')]).toEqual([134, 118])
    expect(mirrorBody(mirrored, 100)).toEqual(STANDING)
  })

  it('stands on the ground and keeps hidden joints hidden', () => {
    // Would catch: null points turned into numbers.
    const hidden = STANDING.map((point, index) => (index === joint('left ankle') ? null : point))
    const standing = standOn(hidden, 300)
    expect(standing[joint('right ankle')]?.[1]).toBe(300)
    expect(standing[joint('left ankle')]).toBeNull()
  })
})

describe('poseDistance', () => {
  it('does not see place, size or mirroring, and sees a raised arm', () => {
    // Would catch: a search that finds people of the same size instead of the same pose.
    const elsewhere = moveBody(scaleBody(STANDING, 2.5, [0, 0]), 40, -70)
    expect(poseDistance(STANDING, elsewhere)).toBeCloseTo(0)
    expect(poseDistance(STANDING, mirrorBody(STANDING, 55))).toBeLessThan(0.02)
    const raised = moveJoint(STANDING, joint('left elbow'), [150, -20], 'locked')
    expect(poseDistance(STANDING, raised)).toBeGreaterThan(0.02)
    expect(poseDistance(STANDING, rotateBody(STANDING, Math.PI / 2, [100, 100]))).toBeGreaterThan(0.1)
  })
})

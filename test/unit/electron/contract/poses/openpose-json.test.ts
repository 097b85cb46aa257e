import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CocanvasError } from '../../../../../electron/contract/error-codes.ts'
import type { ImageSize } from '../../../../../electron/contract/image-size.ts'
import { openPoseDocument } from '../../../../../electron/contract/poses/openpose-document.ts'
import type { PosePoint } from '../../../../../electron/contract/poses/pose-people.ts'
import { readPosePeople } from '../../../../../electron/contract/poses/reading/read-pose-people.ts'

const keypoints = (count: number): number[] =>
  Array.from({ length: count }, (_, point) => [point * 10, point + 5, 0.9]).flat()
const person = (pose: number[]): unknown => ({ version: 1.3, people: [{ pose_keypoints_2d: pose }] })

/** The first person of a document. */
function firstPerson(document: unknown, size?: ImageSize): ImageSize & { readonly points: readonly PosePoint[] } {
  const { width, height, people } = readPosePeople(document, size)
  return { width, height, points: people[0]?.body ?? [] }
}

describe('OpenPose’s JSON', () => {
  it('reads 18 points in pixels of the given picture, and a zero confidence as missing', () => {
    // Would catch: OpenPose's (0, 0, 0) drawn as a joint in the corner.
    const pose = keypoints(18)
    pose.splice(4 * 3, 3, 0, 0, 0)
    const { width, height, points } = firstPerson(person(pose), { width: 200, height: 300 })
    expect([width, height]).toEqual([200, 300])
    expect(points[1]).toEqual([10, 6])
    expect(points[4]).toBeNull()
  })

  it('drops the middle hip and the feet of 25 points', () => {
    // Would catch: hips and everything after them shifted by one joint.
    const { points } = firstPerson(person(keypoints(25)))
    expect(points.map((point) => point?.[0])).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18].map((point) => point * 10),
    )
  })

  it('takes the canvas of the document before the given size, and 256 × 256 without either', () => {
    // Would catch: poses of pose editors stretched to the wrong picture.
    const document = { canvas_width: 512, canvas_height: 768, people: [{ pose_keypoints_2d: keypoints(18) }] }
    expect(firstPerson(document, { width: 10, height: 10 })).toMatchObject({ width: 512, height: 768 })
    expect(firstPerson(person(keypoints(18)))).toMatchObject({ width: 256, height: 256 })
  })

  it.each([
    ['one row', [0, -1, 1, ...Array.from({ length: 17 }, () => -1)]],
    ['a row per person', [[0, -1, 1, ...Array.from({ length: 17 }, () => -1)]]],
  ])('reads candidate and subset, %s', (_, subset) => {
    // Would catch: subset's entries taken for coordinates, or its score columns for joints.
    const candidate = [
      [119, 39, 0.5, 0],
      [148.5, 80, 0.9, 1],
    ]
    const { points } = firstPerson({ candidate, subset })
    expect(points.slice(0, 4)).toEqual([[119, 39], null, [148.5, 80], null])
    expect(points).toHaveLength(18)
  })

  it.each([
    ['not an object', 'hello', /no pose file/],
    ['nobody in the picture', { people: [] }, /no person/],
    ['19 points', person(keypoints(19)), /57 numbers/],
    ['only missing joints', person(Array.from({ length: 54 }, () => 0)), /no joint/],
    ['text for a coordinate', person(['1' as unknown as number]), /no pose file/],
    ['a subset beyond candidate', { candidate: [[1, 2]], subset: Array.from({ length: 20 }, () => 7) }, /row 7/],
    ['a short subset', { candidate: [[1, 2]], subset: [0] }, /names 1 joints/],
    ['a canvas of nothing', { canvas_width: 0, people: [{ pose_keypoints_2d: keypoints(18) }] }, /canvas_width/],
  ])('refuses %s in one sentence', (_, document, sentence) => {
    // Would catch: a zod dump or a TypeError shown to the user.
    const read = (): unknown => firstPerson(document)
    expect(read).toThrow(CocanvasError)
    expect(read).toThrow(sentence)
    expect(read).toThrow(/^[A-Z][^\n]*[^.\n]\.$/)
  })

  it('reads back what is exported', () => {
    // Would catch: a pose that changes when a project is exported and imported again.
    const joint = fc.option(
      fc.tuple(fc.double({ min: 2, max: 500, noNaN: true }), fc.double({ min: 2, max: 500, noNaN: true })),
    )
    const points = fc
      .array(joint, { minLength: 18, maxLength: 18 })
      .filter((list) => list.some((point) => point !== null))
    fc.assert(
      fc.property(
        points,
        fc.integer({ min: 1, max: 8192 }),
        fc.integer({ min: 1, max: 8192 }),
        (list, width, height) => {
          const pose = {
            width,
            height,
            people: [{ body: list }, { body: list, leftHand: list.concat(list.slice(0, 3)), face: list }],
          }
          expect(readPosePeople(JSON.parse(JSON.stringify(openPoseDocument(pose))))).toEqual({ ...pose, leftOut: [] })
        },
      ),
    )
  })

  it('never fails with anything but a sentence', () => {
    // Would catch: a crash on odd but valid JSON (nested arrays in subset, nulls, huge numbers).
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record({ people: fc.jsonValue() }),
          fc.record({
            candidate: fc.array(fc.array(fc.double())),
            subset: fc.array(fc.oneof(fc.double(), fc.array(fc.double()))),
          }),
        ),
        (document) => {
          try {
            expect(firstPerson(document).points).toHaveLength(18)
          } catch (error) {
            expect(error).toBeInstanceOf(CocanvasError)
          }
        },
      ),
    )
  })
})

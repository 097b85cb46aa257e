import { describe, expect, it } from 'vitest'
import { CocanvasError } from '../../../../../electron/contract/error-codes.ts'
import { posePeopleSchema } from '../../../../../electron/contract/poses/pose-people.ts'
import { readPosePeople } from '../../../../../electron/contract/poses/reading/read-pose-people.ts'

/** count points at (10·i, 5 + i), seen. */
const flat = (count: number): number[] => Array.from({ length: count }, (_, i) => [10 * i, 5 + i, 0.9]).flat()
const person = (extra: object = {}): object => ({ pose_keypoints_2d: flat(18), ...extra })

describe('readPosePeople', () => {
  it('reads every person, with hands and face', () => {
    // Would catch: all but the first person dropped, or a left hand stored as the right one.
    const document = {
      people: [
        person({
          hand_left_keypoints_2d: flat(21),
          hand_right_keypoints_2d: Array.from({ length: 63 }, () => 0),
          face_keypoints_2d: flat(70),
        }),
        person(),
      ],
    }
    const { people } = readPosePeople(document)
    expect(people).toHaveLength(2)
    expect(people[0]?.leftHand?.[20]).toEqual([200, 25])
    expect(people[0]).not.toHaveProperty('rightHand')
    expect(people[0]?.face).toHaveLength(70)
    expect(people[1]).not.toHaveProperty('leftHand')
  })

  it('reads a list around the object, as ComfyUI writes one for every frame', () => {
    // Would catch: the refusal that users of ComfyUI met.
    const { people, width } = readPosePeople([{ people: [person()], canvas_width: 512, canvas_height: 768 }])
    expect(width).toBe(512)
    expect(people[0]?.body[3]).toEqual([30, 8])
  })

  it('takes null keypoints as parts that were not found', () => {
    // Would catch: a usable body refused because its hands are null, or one null number refusing the whole person.
    const body: (number | null)[] = flat(18)
    body[4 * 3] = null
    const { people } = readPosePeople({
      people: [
        { pose_keypoints_2d: null, hand_left_keypoints_2d: null },
        { pose_keypoints_2d: body, hand_left_keypoints_2d: null, face_keypoints_2d: null },
      ],
    })
    expect(people).toHaveLength(1)
    expect(people[0]?.body[4]).toBeNull()
    expect(people[0]?.body[5]).toEqual([50, 10])
  })

  // Bug it would catch: a usable body refused, or told to be whole, because of its hands.
  it.each<[string, unknown, unknown]>([
    ['a point too few', flat(20), flat(21)],
    ['half a point', flat(21).slice(1), flat(21)],
    ['numbers as text', flat(21).map(String), flat(21)],
    ['an object', { 0: 1 }, flat(21)],
    ['a sentence', 'none', flat(21)],
    ['far too many points', flat(333_334), flat(21)],
  ])('leaves out a hand of %s, says so, and keeps the rest', (_, bad, good) => {
    const { people, leftOut } = readPosePeople({
      people: [
        person({ hand_left_keypoints_2d: bad, hand_right_keypoints_2d: good, face_keypoints_2d: flat(68) }),
        person({ hand_left_keypoints_2d: bad }),
      ],
    })
    expect(leftOut).toEqual(['leftHand'])
    expect(people).toHaveLength(2)
    expect(people[0]?.body[3]).toEqual([30, 8])
    expect(people[0]).not.toHaveProperty('leftHand')
    expect(people[0]?.rightHand).toHaveLength(21)
    expect(people[0]?.face).toHaveLength(68)
    expect(posePeopleSchema.safeParse({ width: 256, height: 256, people }).success).toBe(true)
  })

  // Bug it would catch: a face that is read and then makes the project that holds it unreadable.
  it('leaves out a face of more points than anybody writes, and keeps those of 478', () => {
    const read = (count: number) => readPosePeople({ people: [person({ face_keypoints_2d: flat(count) })] })
    expect(read(479)).toMatchObject({ leftOut: ['face'] })
    expect(read(478)).toMatchObject({ leftOut: [], people: [{ face: { length: 478 } }] })
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['an empty list', []],
    ['points that were not found', Array.from({ length: 63 }, () => 0)],
  ])('says nothing of a hand that is %s', (_, hand) => {
    expect(readPosePeople({ people: [person({ hand_left_keypoints_2d: hand })] }).leftOut).toEqual([])
  })

  it('reads hands with a list or an object for each point', () => {
    const { people, leftOut } = readPosePeople({
      people: [
        person({
          hand_left_keypoints_2d: Array.from({ length: 21 }, (_, i) => [i, 2 * i, 0.9]),
          hand_right_keypoints_2d: Array.from({ length: 21 }, (_, i) => ({ x: i, y: 3 * i })),
        }),
      ],
    })
    expect(leftOut).toEqual([])
    expect([people[0]?.leftHand?.[20], people[0]?.rightHand?.[20]]).toEqual([
      [20, 40],
      [20, 60],
    ])
  })

  it('scales fractions of the picture to its pixels, hands included', () => {
    // Would catch: a person drawn inside one pixel of the corner.
    const fractions = (count: number): number[] => Array.from({ length: count }, (_, i) => [i / count, 0.5, 1]).flat()
    const { people } = readPosePeople({
      canvas_width: 200,
      canvas_height: 100,
      people: [{ pose_keypoints_2d: fractions(18), hand_right_keypoints_2d: fractions(21) }],
    })
    expect(people[0]?.body[9]).toEqual([100, 50])
    expect(people[0]?.rightHand?.[7]?.[0]).toBeCloseTo(200 / 3)
  })

  it('reads COCO annotations of the first picture, with the neck between the shoulders', () => {
    // Would catch: left and right swapped (COCO names the left side first), or people of other pictures mixed in.
    const keypoints = flat(17)
    const document = {
      images: [{ id: 7, width: 640, height: 480 }],
      annotations: [
        { image_id: 7, keypoints },
        { image_id: 8, keypoints },
      ],
    }
    const { people, width, height } = readPosePeople(document)
    expect([width, height, people.length]).toEqual([640, 480, 1])
    expect(people[0]?.body[2]).toEqual([60, 11]) // right shoulder is COCO's point 6
    expect(people[0]?.body[5]).toEqual([50, 10])
    expect(people[0]?.body[1]).toEqual([55, 10.5])
  })

  it.each([
    ['a list of objects', (points: object[]): unknown => points],
    ['under its name', (points: object[]): unknown => ({ poseLandmarks: points })],
    ['a list of people', (points: object[]): unknown => ({ pose_landmarks: [points, points] })],
  ])('reads 33 MediaPipe landmarks, %s', (_, wrap) => {
    // Would catch: hidden ankles drawn where the network merely guessed them.
    const points = Array.from({ length: 33 }, (__, i) => ({
      x: i / 40,
      y: 0.5,
      z: 0,
      visibility: i === 27 ? 0.2 : 0.9,
    }))
    const { people } = readPosePeople(wrap(points), { width: 400, height: 400 })
    expect(people[0]?.body[0]).toEqual([0, 200])
    expect(people[0]?.body[13]).toBeNull() // left ankle is point 27
    expect(people[0]?.body[10]?.[0]).toBeCloseTo(280)
  })

  // Bugs it would catch: files that end in a stack trace, joints at no place, and a window that stands still for minutes.
  it.each<[string, unknown, RegExp]>([
    ['nothing', null, /no pose file/],
    ['a number', 3, /no pose file/],
    ['an empty list', [], /no pose file/],
    ['nobody', { people: [] }, /holds no person/],
    ['somebody who is null', { people: [null] }, /no pose file/],
    ['people that are a number', { people: 3 }, /no pose file/],
    ['half a point', { people: [{ pose_keypoints_2d: flat(18).slice(1) }] }, /53 numbers/],
    ['too few points', { people: [{ pose_keypoints_2d: flat(5) }] }, /15 numbers/],
    ['numbers as text', { people: [{ pose_keypoints_2d: flat(18).map(String) }] }, /no pose file/],
    ['an endless number', { people: [{ pose_keypoints_2d: flat(18).with(3, Infinity) }] }, /no pose file/],
    ['no joint that was seen', { people: [{ pose_keypoints_2d: flat(18).map(() => 0) }] }, /no joint/],
    ['a canvas of nothing', { canvas_width: 0, canvas_height: 0, people: [{ pose_keypoints_2d: flat(18) }] }, /canvas/],
    ['a huge canvas', { canvas_width: 1e9, canvas_height: 9, people: [{ pose_keypoints_2d: flat(18) }] }, /canvas/],
    ['a crowd', { people: Array.from({ length: 101 }, () => ({ pose_keypoints_2d: flat(18) })) }, /101 people/],
    ['a million numbers', { people: [{ pose_keypoints_2d: flat(333_334) }] }, /1000002 numbers/],
  ])('refuses %s in one sentence', (_, document, sentence) => {
    expect(() => readPosePeople(document)).toThrow(sentence)
    try {
      readPosePeople(document)
    } catch (error) {
      expect(error).toBeInstanceOf(CocanvasError)
      expect(String(error)).toMatch(/[^.]\.$/)
    }
  })

  it('takes one joint, joints beyond the picture and a person of a pixel for what they are', () => {
    const one = flat(18).map((value, at) => (at < 3 ? value : 0))
    expect(
      readPosePeople({ people: [{ pose_keypoints_2d: one }] }).people[0]?.body.filter((point) => point !== null),
    ).toHaveLength(1)
    const aside = flat(18).map((value, at) => (at % 3 === 0 ? -value - 5 : value))
    const { people } = readPosePeople({ canvas_width: 256, canvas_height: 256, people: [{ pose_keypoints_2d: aside }] })
    expect(people[0]?.body[0]?.[0]).toBeLessThan(0)
  })

  it('reads the triples of a pose archive', () => {
    // Would catch: rows of x, y, visibility read as x, y, z.
    const kp = Array.from({ length: 33 }, (_, i) => [i * 3, 40, i === 25 ? 0.1 : 0.8])
    const { people } = readPosePeople({ score: 0.99, kp })
    expect(people[0]?.body[5]).toEqual([33, 40])
    expect(people[0]?.body[12]).toBeNull()
  })
})

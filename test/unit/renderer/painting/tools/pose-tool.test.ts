import { describe, expect, it } from 'vitest'

import type { PosePoint } from '../../../../../electron/contract/poses/pose-people.ts'
import { hideJoint, isHidden, showJoint } from '../../../../../renderer/model/poses/hide-joint.ts'
import { mirrorPerson } from '../../../../../renderer/model/poses/mirror-person.ts'
import type { Person } from '../../../../../renderer/model/poses/person.ts'
import { withBody } from '../../../../../renderer/model/poses/pose-body.ts'
import { boundsOf } from '../../../../../renderer/model/poses/transform-body.ts'
import { poseCommands } from '../../../../../renderer/painting/editor/poses/pose-commands.ts'
import { frameOf } from '../../../../../renderer/painting/poses/person-frame.ts'
import { TestEditor } from '../../test-editor.ts'

const [NECK, RIGHT_ELBOW, RIGHT_WRIST, LEFT_WRIST] = [1, 3, 4, 7]

/** A document of 256 × 256 with one standing person, and the pose tool in hand. */
class Posing {
  readonly user = new TestEditor()
  readonly poses = this.user.editor.poses

  constructor() {
    this.user.editor.layers.add('pose', 'Pose')
    this.user.tool('pose')
  }

  person(index = 0): Person {
    const person = this.poses.people()?.[index]
    if (person === undefined) throw new Error(`There is no person ${String(index)}.`)
    return person
  }

  joint(joint: number, index = 0): readonly [number, number] {
    const point = this.person(index).body[joint] ?? null
    if (point === null) throw new Error(`Joint ${String(joint)} has no place.`)
    return point
  }

  drag(from: readonly [number, number], across: number, down: number): void {
    this.user.drag([from[0], from[1]], [from[0] + across, from[1] + down])
  }

  length(from: number, to: number): number {
    const [a, b] = [this.joint(from), this.joint(to)]
    return Math.hypot(a[0] - b[0], a[1] - b[1])
  }

  run(id: string): void {
    const command = poseCommands(this.poses, () => ({ width: 256, height: 256 })).find((each) => each.id === id)
    expect(command?.isAvailable?.() ?? true).toBe(true)
    command?.run()
  }
}

describe('the pose tool', () => {
  it('moves single points of hands and faces, which joints beside them do not swallow', () => {
    // Would catch: fingers that only follow the wrist, or a point that takes its whole hand along.
    const posing = new Posing()
    const [x, y] = posing.joint(LEFT_WRIST)
    const hand: PosePoint[] = Array.from({ length: 21 }, () => null)
    hand.splice(0, 3, [x + 1, y + 1], [x + 8, y + 10], [x + 12, y + 14])
    posing.poses.change('pose.import', [{ ...posing.person(), leftHand: hand, face: [null, [128, 30]] }])
    posing.drag([x + 12, y + 14], 5, -2)
    expect(posing.person().leftHand).toEqual(hand.with(2, [x + 17, y + 12]))
    expect(posing.joint(LEFT_WRIST)).toEqual([x, y])
    posing.user.editor.undo()
    expect(posing.person().leftHand).toEqual(hand)
    posing.drag([x - 2, y - 2], 6, -4)
    expect(posing.joint(LEFT_WRIST)).not.toEqual([x, y])
  })

  it('moves and removes the chosen point of a hand by keys, and nothing else', () => {
    // Would catch: arrows that move the whole wrist, and a Delete that hides the joint or the person instead of one point.
    const posing = new Posing()
    const [x, y] = posing.joint(LEFT_WRIST)
    const hand: PosePoint[] = Array.from({ length: 21 }, (_, point) => [x + 2 * point, y + 3 * point])
    posing.poses.change('pose.import', [{ ...posing.person(), leftHand: hand }])
    const { body } = posing.person()
    posing.drag([x + 22, y + 33], 1, 0)
    expect(posing.poses.selected()).toEqual({
      person: 0,
      joint: LEFT_WRIST,
      detail: { detail: 'leftHand', point: 11 },
    })
    posing.user.editor.nudge(0, 10)
    expect(posing.person().leftHand).toEqual(hand.with(11, [x + 23, y + 43]))
    posing.user.editor.clear()
    expect(posing.person()).toMatchObject({ body, hidden: [], leftHand: hand.with(11, null) })
    posing.poses.select({ person: 0, joint: LEFT_WRIST })
    posing.user.editor.nudge(1, 0)
    expect(posing.person().leftHand?.[0]).not.toEqual(hand[0])
  })

  it('keeps the lengths of bones while a wrist is dragged, and lets them stretch when they are free', () => {
    const posing = new Posing()
    const [upper, lower] = [posing.length(2, RIGHT_ELBOW), posing.length(RIGHT_ELBOW, RIGHT_WRIST)]
    posing.drag(posing.joint(RIGHT_WRIST), -10, -40)
    expect(posing.length(2, RIGHT_ELBOW)).toBeCloseTo(upper)
    expect(posing.length(RIGHT_ELBOW, RIGHT_WRIST)).toBeCloseTo(lower)
    posing.user.set({ lockBones: false })
    const elbow = posing.joint(RIGHT_ELBOW)
    posing.drag(posing.joint(RIGHT_WRIST), -30, 0)
    expect(posing.joint(RIGHT_ELBOW)).toEqual(elbow)
    expect(posing.length(RIGHT_ELBOW, RIGHT_WRIST)).not.toBeCloseTo(lower, 0)
  })

  it('turns a limb about its joint, moves a person by the middle, and undoes gesture by gesture', () => {
    const posing = new Posing()
    const [knee, ankle] = [posing.joint(9), posing.joint(10)]
    const shin = posing.length(9, 10)
    const middle: [number, number] = [(knee[0] + ankle[0]) / 2, (knee[1] + ankle[1]) / 2]
    posing.drag(middle, -20, 0)
    expect(posing.joint(9)).toEqual(knee)
    expect(posing.length(9, 10)).toBeCloseTo(shin)
    expect(posing.joint(10)[0]).toBeLessThan(ankle[0] - 20)
    posing.user.editor.undo()
    expect(posing.joint(10)).toEqual(ankle)
    const neck = posing.joint(NECK)
    // Inside the frame, and off every joint and limb.
    const bounds = boundsOf(posing.person().body)
    posing.drag([(bounds?.left ?? 0) + 4, (bounds?.top ?? 0) + 4], 15, 5)
    expect(posing.joint(NECK)).toEqual([neck[0] + 15, neck[1] + 5])
  })

  it('scales a chosen person by a corner, with the opposite corner where it was, and turns them by the handle', () => {
    const posing = new Posing()
    posing.poses.select({ person: 0, joint: undefined })
    const before = frameOf(posing.person(), posing.user.editor.viewport.get().zoom)
    const corner = before?.corners[0] ?? { x: 0, y: 0 }
    const still = before?.corners[2] ?? { x: 0, y: 0 }
    const height = posing.length(NECK, 10)
    posing.drag([corner.x, corner.y], (still.x - corner.x) / 2, (still.y - corner.y) / 2)
    expect(posing.length(NECK, 10)).toBeCloseTo(height / 2)
    const frame = frameOf(posing.person(), posing.user.editor.viewport.get().zoom)
    const turn = frame?.turn ?? { x: 0, y: 0 }
    const middle = frame?.middle ?? { x: 0, y: 0 }
    posing.drag([turn.x, turn.y], middle.y - turn.y, middle.y - turn.y)
    // A quarter turn to the right: the head is now at the right of the feet.
    expect(posing.joint(NECK)[0]).toBeGreaterThan(posing.joint(10)[0] + height / 3)
  })

  it('hides a joint by a double click and shows it again where it was', () => {
    const posing = new Posing()
    const wrist = posing.joint(LEFT_WRIST)
    const twice = (): void => {
      posing.user.click(...wrist).click(...wrist, { clicks: 2 })
    }
    twice()
    expect(isHidden(posing.person(), LEFT_WRIST)).toBe(true)
    twice()
    expect(isHidden(posing.person(), LEFT_WRIST)).toBe(false)
    expect(posing.joint(LEFT_WRIST)).toEqual(wrist)
  })

  it('moves, deletes, copies and pastes what is chosen by the keys that do so everywhere', () => {
    const posing = new Posing()
    const { editor } = posing.user
    const nose = posing.joint(0)
    posing.poses.select({ person: 0, joint: undefined })
    editor.nudge(3, -2)
    expect(posing.joint(0)).toEqual([nose[0] + 3, nose[1] - 2])
    editor.copy()
    editor.paste()
    expect(posing.poses.people()).toHaveLength(2)
    expect(posing.poses.selected()).toEqual({ person: 1, joint: undefined })
    posing.poses.select({ person: 1, joint: RIGHT_WRIST })
    editor.clear()
    expect(isHidden(posing.person(1), RIGHT_WRIST)).toBe(true)
    posing.poses.select({ person: 1, joint: undefined })
    editor.clear()
    expect(posing.poses.people()).toHaveLength(1)
    editor.undo()
    expect(posing.poses.people()).toHaveLength(2)
  })

  it('leaves a locked layer as it is', () => {
    const posing = new Posing()
    posing.user.editor.layers.change(posing.poses.layer()?.id ?? '', { locked: true })
    const neck = posing.joint(NECK)
    posing.drag(neck, 20, 20)
    expect(posing.joint(NECK)).toEqual(neck)
    expect(posing.user.notices).toContain('toolProblem.locked')
  })
})

describe('commands of poses', () => {
  it('mirror a person about the middle and put the feet on the ground', () => {
    const posing = new Posing()
    posing.drag(posing.joint(RIGHT_WRIST), -20, -60)
    const wrist = posing.joint(RIGHT_WRIST)
    const bounds = boundsOf(posing.person().body)
    posing.run('pose.mirror')
    expect(posing.joint(LEFT_WRIST)[0]).toBeCloseTo((bounds?.left ?? 0) + (bounds?.right ?? 0) - wrist[0])
    posing.run('pose.ground')
    expect(boundsOf(posing.person().body)?.bottom).toBeCloseTo(256 * 0.95)
  })

  it('make somebody else the first, whom pictures show', () => {
    const posing = new Posing()
    posing.run('pose.duplicate')
    const second = posing.person(1)
    posing.run('pose.first')
    expect(posing.person(0)).toEqual(second)
  })
})

describe('hands and faces', () => {
  const points = (count: number, x: number, y: number): [number, number][] =>
    Array.from({ length: count }, (_, index) => [x + index, y])

  it('follow the forearm and the head', () => {
    // Would catch: a hand that stays behind in the air when its wrist is moved.
    const { user, poses } = new Posing()
    const person: Person = { ...poses.people()?.[0], body: poses.people()?.[0]?.body ?? [], hidden: [] }
    const [x, y] = person.body[LEFT_WRIST] ?? [0, 0]
    const [u, v] = person.body[0] ?? [0, 0]
    const detailed: Person = { ...person, leftHand: points(21, x, y), face: points(70, u, v) }
    const moved = withBody(
      detailed,
      detailed.body.map((point) => (point === null ? null : [point[0] + 9, point[1] + 4])),
    )
    expect(moved.leftHand?.[5]).toEqual([x + 14, y + 4])
    expect(moved.face?.[5]).toEqual([u + 14, v + 4])
    expect(user.notices).toEqual([])
  })

  it('change sides in a mirror, every point with its partner', () => {
    const body: Person['body'] = Array.from({ length: 18 }, (_, joint) => [joint, joint])
    const person: Person = { body, hidden: [4], leftHand: points(21, 5, 5), face: points(70, 0, 0) }
    const mirrored = mirrorPerson(person, 0)
    expect(mirrored.hidden).toEqual([7])
    expect(mirrored.rightHand?.[20]).toEqual([-25, 5])
    expect(mirrored).not.toHaveProperty('leftHand')
    // The right corner of the jaw is point 0, the left one 16; the outer corners of the eyes are 36 and 45.
    expect(mirrored.face?.[0]?.[0]).toBe(-16)
    expect(mirrored.face?.[36]?.[0]).toBe(-45)
    expect(mirrorPerson(mirrored, 0)).toEqual(person)
  })
})

describe('a joint that was never seen', () => {
  it('appears where it would be of somebody who stands', () => {
    const posing = new Posing()
    const known = posing.joint(LEFT_WRIST)
    const person = { ...posing.person(), body: posing.person().body.with(LEFT_WRIST, null) }
    expect(isHidden(person, LEFT_WRIST)).toBe(true)
    const shown = showJoint(person, LEFT_WRIST)
    expect(shown.body[LEFT_WRIST]?.[0]).toBeCloseTo(known[0], 0)
    expect(shown.body[LEFT_WRIST]?.[1]).toBeCloseTo(known[1], 0)
    expect(hideJoint(person, LEFT_WRIST)).toBe(person)
  })
})

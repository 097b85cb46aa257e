import { LIMB_PARTS, type Bone } from './body-parts.ts'
import { HEAD_POINTS, middleOf, pointOf, type BodyPose } from './body-points.ts'
import { distance } from '../../faces/geometry/point.ts'
import { segmentDistance, type Segment } from './plane-map.ts'
import { trunkDistance, type Trunk } from './trunk.ts'

/** How far what belongs to a trunk or a head reaches beyond its lines, in shares of the body's height. */
const TRUNK_RADIUS = 0.055
const HEAD_RADIUS = 0.05
/** How far a hand reaches beyond its wrist. */
const HAND = 0.06

/** Where a part lies in a photo. */
export interface PartPlace {
  readonly name: string
  readonly role: 'leg' | 'trunk' | 'head' | 'arm'
  /** How far a place is from the part's lines, in its own radii. */
  readonly apart: (x: number, y: number) => number
}

/** A bone as it lies in a picture. */
export interface PlacedBone extends Segment {
  readonly bone: Bone
}

/**
 * The parts of a body that a photo shows, those that lie behind first.
 *
 * @param height of the body in pixels
 */
export function partPlaces(pose: BodyPose, trunk: Trunk, height: number): readonly PartPlace[] {
  const limbs = LIMB_PARTS.flatMap(({ name, role, bones }): PartPlace[] => {
    const placed = placedBones(bones, pose).map((bone) => withHand(bone, role === 'arm' ? HAND * height : 0))
    if (placed.length === 0) return []
    return [
      {
        name,
        role,
        apart: (x, y) => Math.min(...placed.map((each) => segmentDistance(each, x, y) / (each.bone.radius * height))),
      },
    ]
  })
  const head = headLine(pose)
  return [
    ...limbs.filter(({ role }) => role === 'leg'),
    { name: 'trunk', role: 'trunk', apart: (x, y) => trunkDistance(trunk, x, y) / (TRUNK_RADIUS * height) },
    ...(head === undefined
      ? []
      : [
          {
            name: 'head',
            role: 'head' as const,
            apart: (x: number, y: number) => segmentDistance(head, x, y) / (HEAD_RADIUS * height),
          },
        ]),
    ...limbs.filter(({ role }) => role === 'arm'),
  ]
}

/** A bone that goes on beyond its end: a forearm with the hand. */
function withHand(bone: PlacedBone, pixels: number): PlacedBone {
  if (!bone.bone.to.endsWith('wrist')) return bone
  const length = Math.max(distance(bone.from, bone.to), 1e-3)
  const [dx, dy] = [(bone.to.x - bone.from.x) / length, (bone.to.y - bone.from.y) / length]
  return { ...bone, to: { x: bone.to.x + dx * pixels, y: bone.to.y + dy * pixels } }
}

/** The bones of a part that a pose shows. */
export function placedBones(bones: readonly Bone[], pose: BodyPose): readonly PlacedBone[] {
  return bones.flatMap((bone) => {
    const [from, to] = [pointOf(pose, bone.from), pointOf(pose, bone.to)]
    return from === undefined || to === undefined ? [] : [{ from, to, bone }]
  })
}

/** From halfway up the neck to the middle of the face. */
export function headLine(pose: BodyPose): Segment | undefined {
  const [neck, face] = [pointOf(pose, 'neck'), middleOf(pose, HEAD_POINTS)]
  if (neck === undefined || face === undefined) return undefined
  return { from: { x: (neck.x + face.x) / 2, y: (neck.y + face.y) / 2 }, to: face }
}

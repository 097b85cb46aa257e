import type { PlaneMap, PointPair } from '../../faces/geometry/plane-map.ts'
import { LIMB_PARTS, type Limb } from './body-parts.ts'
import { HEAD_POINTS, pointOf, type BodyPoint, type BodyPose } from './body-points.ts'
import { headLine, placedBones, type PartPlace } from './part-places.ts'
import { boneMap, rigidMap, segmentDistance, type Segment } from './plane-map.ts'
import { trunkDistance, trunkMap, type Trunk } from './trunk.ts'

/** Something that moves as one: where it comes from, and how far a place of the wanted picture is from it, in pixels. */
interface Mover {
  readonly map: PlaneMap
  readonly apart: (x: number, y: number) => number
}

/** A part of the wanted picture: where it is taken from, and what moves it. */
export interface MovedPart {
  /** Number of the part among the places of the photo. */
  readonly source: number
  readonly movers: readonly Mover[]
  /** Over how many pixels one mover goes over into the next. */
  readonly softness: number
  /** How much of a place of the wanted picture the part may cover, 0..1: nothing far from its lines. */
  readonly reach: (x: number, y: number) => number
  /** Nothing of it lies farther from these lines than this many pixels. */
  readonly lines: readonly Segment[]
  readonly farthest: number
  /** Joints that it brings into the picture. */
  readonly joints: readonly BodyPoint[]
}

/** A body in the wanted picture and the same in the photo. */
export interface TwoBodies {
  readonly wanted: BodyPose
  readonly shown: BodyPose
  readonly wantedTrunk: Trunk
  readonly shownTrunk: Trunk
  /** Pixels of the photo to one of the wanted picture. */
  readonly scale: number
  /** Of the wanted body, in pixels. */
  readonly height: number
}

/** In shares of the body's height. */
const JOINT_SOFTNESS = 0.016
const CLOTH_SOFTNESS = 0.03
/** How far clothes and hair reach from the lines of trunk, legs and head, in shares of the body's height. */
const CLOTH_REACH = 0.2
/** Limbs end this many radii from their lines; sleeves and trousers are wider than what they cover. */
const FARTHEST = 2.6
/** The neck says less of how a head is turned than its own points. */
const NECK_WEIGHT = 0.5

/** The parts of the photo that the wanted pose asks for, those that lie behind first; undefined where the trunks cannot be compared. */
export function movedParts(bodies: TwoBodies, places: readonly PartPlace[]): readonly MovedPart[] | undefined {
  const map = trunkMap(bodies.wantedTrunk, bodies.shownTrunk, bodies.scale)
  if (map === undefined) return undefined
  const trunk: Mover = { map, apart: (x, y) => trunkDistance(bodies.wantedTrunk, x, y) }
  const limbs = LIMB_PARTS.flatMap((limb) => {
    const part = movedLimb(limb, trunk, bodies, places)
    return part === undefined ? [] : [{ ...part, role: limb.role }]
  })
  const legs = limbs.filter(({ role }) => role === 'leg')
  const head = movedHead(trunk, bodies, places)
  return [
    ...legs,
    {
      source: places.findIndex(({ role }) => role === 'trunk'),
      movers: [trunk, ...legs.flatMap(({ movers }) => movers.slice(1))],
      softness: CLOTH_SOFTNESS * bodies.height,
      reach: everywhere,
      lines: [...bodies.wantedTrunk.sides, ...legs.flatMap(({ lines }) => lines)],
      farthest: CLOTH_REACH * bodies.height,
      joints: ['neck', 'right shoulder', 'left shoulder', 'right hip', 'left hip'],
    },
    ...(head === undefined ? [] : [head]),
    ...limbs.filter(({ role }) => role === 'arm'),
  ]
}

/** Undefined where the photo shows neither this limb nor the other side's, or where it is not asked for. */
function movedLimb(
  { name, bones, other }: Limb,
  trunk: Mover,
  { wanted, shown, scale, height }: TwoBodies,
  places: readonly PartPlace[],
): MovedPart | undefined {
  const asked = placedBones(bones, wanted)
  if (asked.length === 0) return undefined
  const own = placedBones(bones, shown)
  const lent = placedBones(other, shown)
  const mirrored = own.length < asked.length && lent.length > own.length
  const [lenders, lending] = mirrored ? [lent, other] : [own, bones]
  const lender = LIMB_PARTS.find((each) => each.bones[0]?.from === lending[0]?.from)?.name ?? name
  const source = places.findIndex((place) => place.name === lender)
  if (source < 0) return undefined
  const movers: Mover[] = [trunk]
  const joints: BodyPoint[] = []
  for (const bone of asked) {
    const index = bones.indexOf(bone.bone)
    const from = lenders.find((each) => each.bone === lending[index])
    if (from === undefined) break
    movers.push({
      map: boneMap(bone, from, scale, mirrored),
      apart: (x, y) => segmentDistance(bone, x, y),
    })
    joints.push(bone.bone.from, bone.bone.to)
  }
  if (movers.length === 1) return undefined
  const reach = (x: number, y: number): number => {
    let away = Infinity
    for (const bone of asked) away = Math.min(away, segmentDistance(bone, x, y) / (bone.bone.radius * height))
    return Math.min(Math.max(FARTHEST - away, 0), 1)
  }
  const farthest = FARTHEST * height * Math.max(...asked.map(({ bone }) => bone.radius))
  return { source, movers, softness: JOINT_SOFTNESS * height, reach, lines: asked, farthest, joints }
}

function movedHead(
  trunk: Mover,
  { wanted, shown, wantedTrunk, scale, height }: TwoBodies,
  places: readonly PartPlace[],
): MovedPart | undefined {
  const source = places.findIndex(({ role }) => role === 'head')
  const line = headLine(wanted)
  if (source < 0 || line === undefined) return undefined
  const pairs = ['neck' as const, ...HEAD_POINTS].flatMap((name): PointPair[] => {
    const [ours, theirs] = [pointOf(wanted, name), pointOf(shown, name)]
    if (ours === undefined || theirs === undefined) return []
    return [{ wanted: ours, shown: theirs, weight: name === 'neck' ? NECK_WEIGHT : 1 }]
  })
  if (pairs.length < 2) return undefined
  return {
    source,
    movers: [trunk, { map: rigidMap(pairs, scale), apart: (x, y) => segmentDistance(line, x, y) }],
    softness: CLOTH_SOFTNESS * height,
    reach: everywhere,
    lines: [line, wantedTrunk.spine],
    farthest: CLOTH_REACH * height,
    joints: HEAD_POINTS,
  }
}

function everywhere(): number {
  return 1
}

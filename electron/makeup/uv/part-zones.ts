import { convexHull } from '../../faces/geometry/convex-hull.ts'
import type { Point } from '../../faces/geometry/point.ts'
import { meshPoint, meshPolygon } from '../../faces/mesh/face-mesh.ts'
import {
  FACE_OVAL,
  LEFT_EYE,
  LIPS_INNER,
  LIPS_OUTER,
  NOSTRILS,
  RIGHT_EYE,
  type EyeOutline,
} from '../../faces/mesh/face-outlines.ts'
import { fillPolygon } from '../../faces/parts/fill-polygon.ts'
import { smoothOutline } from '../../faces/parts/smooth-outline.ts'
import { blur } from '../filters/blur.ts'
import { halvePlane } from '../filters/halve-plane.ts'
import { UV_EYE_DISTANCE, UV_PIXELS, UV_POINTS, UV_SIDE } from './uv-frame.ts'

/** Where the parts of a face lie in the plane of make-up, 0..1, the same for every face; all `side` × `side`. */
export interface PartZones {
  /** Lips without the mouth's opening, sharp. */
  readonly lips: Float32Array
  readonly mouthOpening: Float32Array
  /** Between the lids. */
  readonly eyeballs: Float32Array
  readonly brows: Float32Array
  /** Skin around the eyes where shadow is worn, soft: from the brow to below the lower lid, and outwards. */
  readonly eyes: Float32Array
  /** Along the lids, where liner and lashes are. */
  readonly liner: Float32Array
  /** The nose with the inner corners of the eyes, where skin shines in small spots. */
  readonly nose: Float32Array
  /** Nostrils and the skin around them, which lies in the nose's own shadow. */
  readonly underNose: Float32Array
  /** Everything but lips, mouth, eyeballs, brows and nostrils, sharp, up to the mesh's border with its rim. */
  readonly skin: Float32Array
  /** Weight of a change of the skin: soft towards the face's border. */
  readonly skinFade: Float32Array
  /** Beyond the mesh, where background and hair are as likely as skin. */
  readonly rim: Float32Array
}

/** Points of the mesh: between the brows, inner corners of the eyes, wings of the nose, and below it. */
const NOSE_HULL = [9, 133, 362, 129, 358, 98, 327, 2] as const

const made = new Map<number, PartZones>()

/** The zones at UV_SIDE or SOFT_SIDE, made once. */
export function partZones(side: number): PartZones {
  const known = made.get(side)
  if (known !== undefined) return known
  const zones = side === UV_SIDE ? makeZones() : halvedZones(partZones(UV_SIDE))
  made.set(side, zones)
  return zones
}

function halvedZones(zones: PartZones): PartZones {
  const half = (mask: Float32Array): Float32Array => halvePlane(mask, UV_SIDE)
  return {
    lips: half(zones.lips),
    mouthOpening: half(zones.mouthOpening),
    eyeballs: half(zones.eyeballs),
    brows: half(zones.brows),
    eyes: half(zones.eyes),
    liner: half(zones.liner),
    nose: half(zones.nose),
    underNose: half(zones.underNose),
    skin: half(zones.skin),
    skinFade: half(zones.skinFade),
    rim: half(zones.rim),
  }
}

function makeZones(): PartZones {
  const mouthOpening = filled(outline(LIPS_INNER))
  const lips = minus(filled(outline(LIPS_OUTER)), mouthOpening)
  const eyeballs = filled(outline(RIGHT_EYE.opening), outline(LEFT_EYE.opening))
  const brows = filled(grown(outline(RIGHT_EYE.brow), 1.12), grown(outline(LEFT_EYE.brow), 1.12))
  const nostrils = filled(...NOSTRILS.map((points) => grown(outline(points), 1.6)))
  const eyes = minus(
    minus(blur(filled(shadowZone(RIGHT_EYE), shadowZone(LEFT_EYE)), UV_SIDE, 0.05 * UV_EYE_DISTANCE), brows),
    eyeballs,
  )
  const liner = minus(
    minus(blur(filled(linerZone(RIGHT_EYE), linerZone(LEFT_EYE)), UV_SIDE, 0.02 * UV_EYE_DISTANCE), eyeballs),
    brows,
  )
  const underNose = filled(convexHull(NOSTRILS.flatMap((points) => shadowedBy(outline(points)))))
  const nose = filled(convexHull(meshPolygon(UV_POINTS, NOSE_HULL)))
  const covered = filled(rimOutline())
  const skin = [lips, mouthOpening, eyeballs, brows, nostrils].reduce(minus, covered)
  const skinFade = fadeInside(covered)
  const rim = minus(covered, filled(outline(FACE_OVAL)))
  return {
    lips,
    mouthOpening,
    eyeballs,
    brows,
    eyes,
    liner,
    nose: blur(nose, UV_SIDE, 0.04 * UV_EYE_DISTANCE),
    underNose: blur(underNose, UV_SIDE, 0.03 * UV_EYE_DISTANCE),
    skin,
    skinFade,
    rim,
  }
}

function outline(indices: readonly number[]): Point[] {
  return smoothOutline(meshPolygon(UV_POINTS, indices))
}

function filled(...polygons: readonly (readonly Point[])[]): Float32Array {
  const mask = new Float32Array(UV_PIXELS)
  for (const polygon of polygons) fillPolygon(mask, { left: 0, top: 0, width: UV_SIDE, height: UV_SIDE }, polygon)
  return mask
}

function minus(mask: Float32Array, taken: Float32Array): Float32Array {
  return mask.map((value, index) => value * (1 - (taken[index] ?? 0)))
}

/** A polygon pushed away from its middle. */
function grown(polygon: readonly Point[], factor: number): Point[] {
  const x = polygon.reduce((sum, point) => sum + point.x, 0) / polygon.length
  const y = polygon.reduce((sum, point) => sum + point.y, 0) / polygon.length
  return polygon.map((point) => ({
    x: x + (point.x - x) * factor,
    y: y + (point.y - y) * factor,
  }))
}

/** A nostril's surroundings, and the skin below it. */
function shadowedBy(nostril: readonly Point[]): Point[] {
  return [...grown(nostril, 2), ...nostril.map(({ x, y }) => ({ x, y: y + 0.1 * UV_EYE_DISTANCE }))]
}

/** Hull of the lids and the brow's lower border, wider outwards, and a band below the eye. */
function shadowZone({ opening, browBase, below }: EyeOutline): Point[] {
  const down = 0.16 * UV_EYE_DISTANCE
  const outer = meshPoint(UV_POINTS, opening[0] ?? 0)
  const inner = meshPoint(UV_POINTS, opening[8] ?? 0)
  const outwards = Math.sign(outer.x - inner.x) * UV_EYE_DISTANCE
  return convexHull([
    ...meshPolygon(UV_POINTS, browBase).map(({ x, y }) => ({ x, y: y + 2 })),
    ...meshPolygon(UV_POINTS, opening).map(({ x, y }) => ({
      x,
      y: y + down * 0.6,
    })),
    ...meshPolygon(UV_POINTS, below),
    { x: outer.x + outwards * 0.24, y: outer.y - UV_EYE_DISTANCE * 0.1 },
    { x: inner.x - outwards * 0.06, y: inner.y },
  ])
}

/** A band around the opening, with room for a wing at the outer corner. */
function linerZone({ opening }: EyeOutline): Point[] {
  const outer = meshPoint(UV_POINTS, opening[0] ?? 0)
  const inner = meshPoint(UV_POINTS, opening[8] ?? 0)
  const outwards = Math.sign(outer.x - inner.x) * UV_EYE_DISTANCE
  const band = UV_EYE_DISTANCE
  return convexHull([
    ...meshPolygon(UV_POINTS, opening).map(({ x, y }, index) => ({
      x,
      y: y + band * (index >= 1 && index <= 7 ? -0.1 : 0.06),
    })),
    { x: outer.x + outwards * 0.3, y: outer.y - band * 0.14 },
    { x: outer.x + outwards * 0.12, y: outer.y + band * 0.05 },
    { x: inner.x - outwards * 0.04, y: inner.y },
  ])
}

function rimOutline(): Point[] {
  const first = UV_POINTS.length / 2 - FACE_OVAL.length
  return smoothOutline(FACE_OVAL.map((_, position) => meshPoint(UV_POINTS, first + position)))
}

/** 1 in the middle, falling smoothly to 0 at the border of what is covered. */
function fadeInside(covered: Float32Array): Float32Array {
  const soft = blur(covered, UV_SIDE, 0.09 * UV_EYE_DISTANCE)
  return soft.map((value, index) => {
    const share = Math.min(1, Math.max(0, (value - 0.5) / 0.45)) * (covered[index] ?? 0)
    return share * share * (3 - 2 * share)
  })
}

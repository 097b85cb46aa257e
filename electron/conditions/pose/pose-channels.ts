import { CocanvasError } from '../../contract/error-codes.ts'
import { BODY_POINTS, LIMBS } from '../../contract/poses/body-18.ts'
import { type DenseChannels, UNIT_LEVELS } from '../dense-channels.ts'
import { fillCircle } from '../drawing/filled-circle.ts'
import { planeCanvas, type PlaneCanvas } from '../drawing/plane-canvas.ts'
import type { Point } from '../drawing/point.ts'
import { BODY_COLOURS } from './body-colours.ts'
import { limbPlanes } from './limb-planes.ts'
import { limbPolygon } from './limb-polygon.ts'
import type { Pose } from './pose.ts'

const JOINT_RADIUS = 4
const COLOUR_CHANNELS = 3
/** RGB drawing and one distance map per limb. */
export const POSE_CHANNEL_COUNT = COLOUR_CHANNELS + LIMBS.length

/** Joints further out than this many picture sides are a unit error, and would take long to draw. */
const FARTHEST_JOINT_SIDES = 16

function checkJoints(pose: Pose): void {
  const reach = FARTHEST_JOINT_SIDES * Math.max(pose.width, pose.height)
  for (const [index, point] of pose.points.entries())
    if (point !== null && !(Math.abs(point[0]) <= reach && Math.abs(point[1]) <= reach))
      throw new CocanvasError(
        'bad-request',
        `The pose's ${BODY_POINTS[index] ?? 'joint'} lies far outside its picture of ${String(pose.width)} × ${String(pose.height)} pixels; give joints in pixels of that picture.`,
      )
}

/**
 * Lays a colour over the drawing where the limb is: 0.4 old + 0.6 new, to the nearest whole level. In fifths there is never a half,
 * so integers do it exactly.
 *
 * @param polygon the limb's outline: nothing below or above it is looked at
 */
function blend(
  drawing: readonly PlaneCanvas[],
  limb: PlaneCanvas,
  polygon: readonly Point[],
  colour: readonly number[],
): void {
  const rows = polygon.map(({ y }) => y)
  const from = Math.max(Math.min(...rows), 0) * limb.width
  const to = Math.min((Math.max(...rows) + 1) * limb.width, limb.data.length)
  for (let pixel = from; pixel < to; pixel++) {
    if (limb.data[pixel] === 0) continue
    for (const [channel, plane] of drawing.entries()) {
      const level = colour[channel] ?? 0
      plane.data[pixel] = Math.floor(((plane.data[pixel] ?? 0) * 4 + level * 6 + 5) / 10)
    }
  }
}

/**
 * The `deepfashion` condition at the pose's own size, values 0..1: [0..2] the skeleton in RGB on black (joints first, then limbs
 * blended over them), [3..19] distance to each limb's ellipse; a limb that lacks a joint is 1 throughout.
 * Source: cocosnet.md section 2, table row deepfashion.
 *
 * @throws CocanvasError `bad-request` if a joint lies absurdly far outside the picture
 */
export function poseChannels(pose: Pose): DenseChannels {
  checkJoints(pose)
  const { width, height, points } = pose
  const area = width * height
  const data = new Float32Array(POSE_CHANNEL_COUNT * area)
  const drawing = Array.from({ length: COLOUR_CHANNELS }, () => planeCanvas(width, height))

  for (const [index, point] of points.entries()) {
    if (point === null) continue
    const centre = { x: Math.trunc(point[0]), y: Math.trunc(point[1]) }
    for (const [channel, plane] of drawing.entries())
      fillCircle(plane, centre, JOINT_RADIUS, BODY_COLOURS[index]?.[channel] ?? 0)
  }

  for (const [index, [from, to]] of LIMBS.entries()) {
    const start = points[from] ?? null
    const end = points[to] ?? null
    const polygon = start === null || end === null ? undefined : limbPolygon(start, end)
    const limb = limbPlanes(polygon, width, height)
    if (polygon !== undefined) blend(drawing, limb.drawn, polygon, BODY_COLOURS[index] ?? [])
    data.set(limb.distance, (COLOUR_CHANNELS + index) * area)
  }

  for (const [channel, plane] of drawing.entries())
    for (let pixel = 0; pixel < area; pixel++) data[channel * area + pixel] = UNIT_LEVELS[plane.data[pixel] ?? 0] ?? 0
  return { channels: POSE_CHANNEL_COUNT, height, width, data }
}

import { distance, type Point } from '../../faces/geometry/point.ts'
import { cropToPicture, transform } from '../../faces/geometry/similarity.ts'
import type { ImagePyramid } from '../../faces/sampling/image-pyramid.ts'
import { sampleCrop, scaleValues } from '../../faces/sampling/sample-crop.ts'
import type { PeopleNetworks } from '../people-networks.ts'
import { refineLandmarks } from './refine-landmarks.ts'

/** Side of the pose network's square input. */
const POSE_SIDE = 256
/** Points of the body; six more help to place the next crop. */
const LANDMARK_COUNT = 33
const ALL_LANDMARKS = 39
const VALUES_PER_LANDMARK = 5
/** The first two of the helping points: middle of the hips, and a point as far from it as the person reaches. */
const CENTRE_LANDMARK = 33
const REACH_LANDMARK = 34
/** The crop is this much larger than the person (MediaPipe's pose landmark graph). */
const MARGIN = 1.25

/** A square of the photo with a person upright in it. */
export interface BodyRegion {
  readonly centre: Point
  /** Side of the square in pixels of the photo. */
  readonly extent: number
  /** Angle of the square's x axis in the photo, radians. */
  readonly angle: number
}

/** A point of the body in the photo. */
export interface Landmark extends Point {
  /** Probability that it is inside the photo and not hidden, 0..1. */
  readonly visibility: number
}

export interface BodyReading {
  /** The 33 BlazePose points. */
  readonly landmarks: readonly Landmark[]
  /** Probability that there is a person in the crop, 0..1. */
  readonly certainty: number
  /** Where a second look should be taken. */
  readonly region: BodyRegion
}

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))

/** The square around a person whose body points from `centre` up to `top`. */
export function regionTowards(centre: Point, top: Point): BodyRegion {
  return {
    centre,
    extent: 2 * MARGIN * distance(centre, top),
    // The crop is turned until the body points up, which is −90° where y points down.
    angle: Math.atan2(top.y - centre.y, top.x - centre.x) + Math.PI / 2,
  }
}

/** Reads the body inside a region of the photo once. */
export async function readLandmarks(
  pyramid: ImagePyramid,
  networks: PeopleNetworks,
  region: BodyRegion,
): Promise<BodyReading> {
  const toPicture = cropToPicture(region.centre, region.extent, region.angle, POSE_SIDE)
  const crop = sampleCrop(pyramid, { toPicture, width: POSE_SIDE, height: POSE_SIDE, padding: 'black' })
  const [values, certainty, , heat] = await networks.run('body-pose', scaleValues(crop, 0, 1))
  if (values === undefined || certainty === undefined || heat === undefined)
    throw new RangeError('the pose network must answer with points, a certainty and heat maps')
  const places = new Float32Array(ALL_LANDMARKS * 2)
  for (let index = 0; index < ALL_LANDMARKS; index++) {
    places[index * 2] = (values[index * VALUES_PER_LANDMARK] ?? 0) / POSE_SIDE
    places[index * 2 + 1] = (values[index * VALUES_PER_LANDMARK + 1] ?? 0) / POSE_SIDE
  }
  refineLandmarks(places, heat)
  const point = (index: number): Point =>
    transform(toPicture, {
      x: (places[index * 2] ?? 0) * POSE_SIDE,
      y: (places[index * 2 + 1] ?? 0) * POSE_SIDE,
    })
  const landmarks = Array.from({ length: LANDMARK_COUNT }, (_, index): Landmark => {
    const visibility = sigmoid(values[index * VALUES_PER_LANDMARK + 3] ?? -100)
    const presence = sigmoid(values[index * VALUES_PER_LANDMARK + 4] ?? -100)
    return { ...point(index), visibility: Math.min(visibility, presence) }
  })
  return {
    landmarks,
    certainty: certainty[0] ?? 0,
    region: regionTowards(point(CENTRE_LANDMARK), point(REACH_LANDMARK)),
  }
}

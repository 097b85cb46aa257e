import type { ImageSize } from '../contract/image-size.ts'
import { bodyOfPoints } from '../contract/poses/body-orders.ts'
import type { PosePerson, PosePoint } from '../contract/poses/pose-people.ts'
import { distance } from '../faces/geometry/point.ts'
import type { ImagePyramid } from '../faces/sampling/image-pyramid.ts'
import { detectPeople } from './detection/detect-people.ts'
import type { PersonDetection } from './detection/person-detection.ts'
import { type BodyReading, type Landmark, readLandmarks, regionTowards } from './landmarks/read-landmarks.ts'
import type { PeopleNetworks } from './people-networks.ts'

/** A first look that is less sure than this is at no person; the second must be surer (real people gave 0.95 and more, rocks 0.8). */
const LEAST_FIRST_CERTAINTY = 0.5
const LEAST_CERTAINTY = 0.9
/** A joint below this visibility is guessed by the network: hidden, or outside the photo (MediaPipe's own limit). */
const LEAST_VISIBILITY = 0.5
/**
 * Two readings whose middles or whose noses lie this near, in shares of the larger one's extent, are one person seen by two
 * detections: a part of the photo may show a head alone, from which the rest is guessed.
 */
const SAME_BODY = 0.15
const SAME_HEAD = 0.08
/** A reading with fewer joints in the photo is a part of somebody, from which no pose can be told. */
const FEWEST_JOINTS = 4
/** Share of the work after which the bodies are read. */
const DETECTING = 0.5

/**
 * The people of a photo, largest first, as 18 points each in its pixels; joints that are hidden or outside the photo are null.
 * The detector looks at the photo, the pose network twice at each person: the second region is laid by the first reading, so
 * that neither the detector's box nor its angle decides how exact the points are.
 *
 * @param step called before every look with the share of the work done, 0..1; it may throw to stop
 * @returns an empty list for a photo without people
 */
export async function findPeople(
  pyramid: ImagePyramid,
  networks: PeopleNetworks,
  step: (done: number) => Promise<void>,
): Promise<PosePerson[]> {
  const detections = await detectPeople(pyramid, networks, (done) => step(done * DETECTING))
  const readings: BodyReading[] = []
  for (const [index, detection] of detections.entries()) {
    await step(DETECTING + (1 - DETECTING) * (index / detections.length))
    const reading = await readBody(pyramid, networks, detection)
    if (reading !== undefined && !readings.some((known) => isSameBody(known, reading))) readings.push(reading)
  }
  return readings
    .sort((first, second) => second.region.extent - first.region.extent)
    .map((reading) => personOf(reading, pyramid.image))
    .filter(({ body }) => body.filter((point) => point !== null).length >= FEWEST_JOINTS)
}

async function readBody(
  pyramid: ImagePyramid,
  networks: PeopleNetworks,
  { hips, top }: PersonDetection,
): Promise<BodyReading | undefined> {
  const first = await readLandmarks(pyramid, networks, regionTowards(hips, top))
  if (first.certainty < LEAST_FIRST_CERTAINTY) return undefined
  const second = await readLandmarks(pyramid, networks, first.region)
  const best = second.certainty >= first.certainty ? second : first
  return best.certainty >= LEAST_CERTAINTY ? best : undefined
}

function isSameBody(first: BodyReading, second: BodyReading): boolean {
  const extent = Math.max(first.region.extent, second.region.extent)
  const [firstNose] = first.landmarks
  const [secondNose] = second.landmarks
  if (firstNose !== undefined && secondNose !== undefined && distance(firstNose, secondNose) < SAME_HEAD * extent)
    return true
  return distance(first.region.centre, second.region.centre) < SAME_BODY * extent
}

function isSeen({ x, y, visibility }: Landmark, { width, height }: ImageSize): boolean {
  return visibility >= LEAST_VISIBILITY && x >= 0 && y >= 0 && x < width && y < height
}

function personOf({ landmarks }: BodyReading, size: ImageSize): PosePerson {
  const points = landmarks.map((landmark): PosePoint => (isSeen(landmark, size) ? [landmark.x, landmark.y] : null))
  const body = bodyOfPoints(points)
  if (body === undefined) throw new RangeError('the pose network has 33 landmarks')
  return { body }
}

import type { ImageSize } from '../../contract/image-size.ts'
import { cropToPicture } from '../../faces/geometry/similarity.ts'
import type { ImagePyramid } from '../../faces/sampling/image-pyramid.ts'
import { sampleCrop, scaleValues } from '../../faces/sampling/sample-crop.ts'
import type { PeopleNetworks } from '../people-networks.ts'
import { decodeDetections, DETECTOR_SIDE } from './decode-detections.ts'
import { extentOf, type PersonDetection, strongestOfEach } from './person-detection.ts'

const LEAST_SCORE = 0.5
/** Whoever takes this share of the photo is its subject; else people may be too small for a look at the whole of it. */
const SUBJECT_SHARE = 0.6
/** Squares along a side, of half the photo's longer side each. */
const PARTS_A_SIDE = 3

/** A square of the photo that the detector looks at, by its centre and side in pixels. */
interface Part {
  readonly x: number
  readonly y: number
  readonly extent: number
}

/** 3 × 3 squares of half the photo's longer side that overlap by half; none for a photo no larger than the detector's input. */
function partsOf({ width, height }: ImageSize): Part[] {
  const extent = Math.max(width, height) / 2
  if (extent < DETECTOR_SIDE) return []
  const places = (length: number): number[] =>
    length <= extent
      ? [length / 2]
      : Array.from({ length: PARTS_A_SIDE }, (_, at) => extent / 2 + ((length - extent) * at) / (PARTS_A_SIDE - 1))
  return places(height).flatMap((y) => places(width).map((x) => ({ x, y, extent })))
}

/**
 * Where people may be in a photo, most certain first. The detector looks at the whole photo, and unless somebody fills it
 * also at parts of it, where smaller people are large enough for it.
 *
 * @param step called before every look with the share of the work done, 0..1; it may throw to stop
 */
export async function detectPeople(
  pyramid: ImagePyramid,
  networks: PeopleNetworks,
  step: (done: number) => Promise<void>,
): Promise<PersonDetection[]> {
  const { width, height } = pyramid.image
  const whole = Math.max(width, height)
  await step(0)
  const found = await lookAt(pyramid, networks, { x: width / 2, y: height / 2, extent: whole })
  if (found.some((detection) => extentOf(detection) >= SUBJECT_SHARE * whole)) return strongestOfEach(found)
  const parts = partsOf(pyramid.image)
  for (const [index, part] of parts.entries()) {
    await step((1 + index) / (1 + parts.length))
    found.push(...(await lookAt(pyramid, networks, part)))
  }
  return strongestOfEach(found)
}

async function lookAt(
  pyramid: ImagePyramid,
  networks: PeopleNetworks,
  { x, y, extent }: Part,
): Promise<PersonDetection[]> {
  const toPhoto = cropToPicture({ x, y }, extent, 0, DETECTOR_SIDE)
  const request = { toPicture: toPhoto, width: DETECTOR_SIDE, height: DETECTOR_SIDE, padding: 'black' as const }
  const crop = sampleCrop(pyramid, request)
  const [values, logits] = await networks.run('person-detector', scaleValues(crop, -1, 1))
  if (values === undefined || logits === undefined) throw new RangeError('the person detector must answer twice')
  return decodeDetections(values, logits, toPhoto, LEAST_SCORE)
}

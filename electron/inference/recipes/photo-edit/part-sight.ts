import type { ImageSize } from '../../../contract/image-size.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import type { Rectangle } from '../../../contract/photo-patch.ts'
import type { RgbImage } from '../../../contract/rgb-image.ts'
import type { Colours } from '../../../detail/raster.ts'
import { compose, inverse, transform, type Similarity } from '../../../faces/geometry/similarity.ts'
import { ImagePyramid } from '../../../faces/sampling/image-pyramid.ts'
import { sampleCrop } from '../../../faces/sampling/sample-crop.ts'
import { filledPicture } from '../../../photo-edit/filled-picture.ts'
import { wantedLabels } from '../../../photo-edit/wanted-labels.ts'
import { contentKey } from '../../caching/content-key.ts'
import type { PreparedPhoto } from '../../reading/photo-reader.ts'
import type { EditPlace } from './edit-place.ts'
import type { PackSight, SightMaterial } from './pack-sight.ts'

/** A prepared part of the photo, such as an upright face: painted in its own look, and brought back to where it lies. */
export function partSight(
  { plan, original, photo, sizes }: SightMaterial,
  { region, forbidden }: EditPlace,
  part: PreparedPhoto,
): PackSight {
  const { before, after } = plan
  const working = original.exemplar.image
  const read = (map: LabelMap, side: number): LabelMap => sampledMap(map, part, working, side)
  const hidden = read({ ...before, data: forbidden }, sizes.native)
  // The pack carries pixels over as well as features, so what must not come back is taken out of the exemplar itself.
  const { picture, labels } = filledPicture(part.photo, read(before, part.photo.width), hidden)
  return {
    labels: read(wantedLabels({ before, after, region }), sizes.native),
    size: { width: sizes.native, height: sizes.native },
    original: {
      exemplar: { image: wholeNumbers(picture), condition: { kind: 'labels', labels } },
      imageKey: contentKey(original.imageKey, Object.values(part.toGiven).join(' '), hidden.data),
    },
    forbidden: { ...hidden, data: new Uint8Array(hidden.data.length) },
    over: (window, made) => broughtBack(made, part, working, photo, window),
  }
}

function wholeNumbers({ width, height, data }: Colours): RgbImage {
  return { width, height, data: data instanceof Uint8Array ? data : Uint8Array.from(data, Math.round) }
}

/** A map over the photo as the part shows it; beyond the photo's edges mirrored, as the part's pixels are. */
function sampledMap(map: LabelMap, { photo, toGiven }: PreparedPhoto, working: ImageSize, side: number): LabelMap {
  const data = new Uint8Array(side * side)
  const step = photo.width / side
  for (let y = 0, at = 0; y < side; y++)
    for (let x = 0; x < side; x++, at++) {
      const place = transform(toGiven, { x: (x + 0.5) * step, y: (y + 0.5) * step })
      const column = mirrored(Math.floor((place.x * map.width) / working.width), map.width)
      const row = mirrored(Math.floor((place.y * map.height) / working.height), map.height)
      data[at] = map.data[row * map.width + column] ?? 0
    }
  return { width: side, height: side, data }
}

function mirrored(index: number, size: number): number {
  const period = 2 * size
  const folded = ((index % period) + period) % period
  return folded < size ? folded : period - 1 - folded
}

/** The part's picture over a window of the photo, at about the picture's own scale; its edges are repeated. */
function broughtBack(
  picture: Colours,
  { photo: { width: side }, toGiven }: PreparedPhoto,
  working: ImageSize,
  photo: ImageSize,
  window: Rectangle,
): Colours {
  const toPicture = compose(
    scaled(picture.width / side),
    compose(inverse(toGiven), scaled(working.width / photo.width)),
  )
  const finest = Math.max(1, 1 / Math.hypot(toPicture.a, toPicture.b) / OVERSAMPLING)
  const width = Math.max(1, Math.round(window.width / finest))
  const height = Math.max(1, Math.round(window.height / finest))
  const toWindow = { ...scaled(window.width / width), x: window.x, y: window.y }
  const data = sampleCrop(new ImagePyramid(wholeNumbers(picture)), {
    toPicture: compose(toPicture, toWindow),
    width,
    height,
    padding: 'edge',
  })
  return { width, height, data }
}

/** Turning a picture costs sharpness unless it is read more finely than it was made. */
const OVERSAMPLING = 1.5

function scaled(factor: number): Similarity {
  return { a: factor, b: 0, x: 0, y: 0 }
}

import type { ImageSize } from '../../../contract/image-size.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import type { Rectangle } from '../../../contract/photo-patch.ts'
import type { RgbImage } from '../../../contract/rgb-image.ts'
import type { Colours } from '../../../detail/raster.ts'
import { compose, inverse, type Similarity } from '../../../faces/geometry/similarity.ts'
import { ImagePyramid } from '../../../faces/sampling/image-pyramid.ts'
import { sampleCrop } from '../../../faces/sampling/sample-crop.ts'
import { filledPicture } from '../../../photo-edit/filled-picture.ts'
import { contentKey } from '../../caching/content-key.ts'
import type { PreparedPhoto } from '../../reading/photo-reader.ts'
import type { EditPlace } from './edit-place.ts'
import type { PackSight, SightMaterial } from './pack-sight.ts'
import { sampledMap } from './sampled-map.ts'

/** A prepared part of the photo, such as an upright face: painted in its own look, and brought back to where it lies. */
export function partSight(
  { original, photo, sizes }: SightMaterial,
  { before, shown, forbidden }: EditPlace,
  part: PreparedPhoto,
): PackSight {
  const working = original.exemplar.image
  const read = (map: LabelMap, side: number): LabelMap => sampledMap(map, part, working, side)
  const hidden = read({ ...before, data: forbidden }, sizes.native)
  // The pack carries pixels over as well as features, so what must not come back is taken out of the exemplar itself.
  const { picture, labels } = filledPicture(part.photo, read(before, part.photo.width), hidden)
  return {
    labels: read(shown, sizes.native),
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

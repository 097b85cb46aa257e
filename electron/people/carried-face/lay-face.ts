import type { RgbImage } from '../../contract/rgb-image.ts'
import { mean, type Point } from '../../faces/geometry/point.ts'
import { inverse, transform, type Similarity } from '../../faces/geometry/similarity.ts'
import type { ImagePyramid } from '../../faces/sampling/image-pyramid.ts'
import { sampleCrop } from '../../faces/sampling/sample-crop.ts'

/** From the middle of a face this share of the way to its outline is the photo's alone; from there on it fades. */
const SOLID = 0.72

/**
 * A picture with a face of a photo laid into it, fading towards its outline.
 *
 * @param outline of the face in pixels of the photo
 * @param placed from the photo to the picture
 */
export function layFace(
  picture: RgbImage,
  photo: ImagePyramid,
  outline: readonly Point[],
  placed: Similarity,
): RgbImage {
  const shape = outline.map((point) => transform(placed, point))
  const middle = mean(shape)
  const left = Math.max(0, Math.floor(Math.min(...shape.map(({ x }) => x))))
  const top = Math.max(0, Math.floor(Math.min(...shape.map(({ y }) => y))))
  const width = Math.min(picture.width, Math.ceil(Math.max(...shape.map(({ x }) => x)))) - left
  const height = Math.min(picture.height, Math.ceil(Math.max(...shape.map(({ y }) => y)))) - top
  if (width <= 0 || height <= 0) return picture
  const back = inverse(placed)
  const corner = transform(back, { x: left, y: top })
  const crop = sampleCrop(photo, {
    toPicture: { a: back.a, b: back.b, x: corner.x, y: corner.y },
    width,
    height,
    padding: 'edge',
  })
  const data = picture.data.slice()
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const share = shareAt({ x: left + x + 0.5, y: top + y + 0.5 }, middle, shape)
      if (share === 0) continue
      const at = ((top + y) * picture.width + left + x) * 3
      for (let channel = 0; channel < 3; channel++)
        data[at + channel] = Math.round(
          (data[at + channel] ?? 0) * (1 - share) + (crop[(y * width + x) * 3 + channel] ?? 0) * share,
        )
    }
  return { ...picture, data }
}

/** 1 in the face's middle, 0 at its outline and beyond; the outline is seen from the middle everywhere (star-shaped). */
function shareAt(point: Point, middle: Point, outline: readonly Point[]): number {
  const [x, y] = [point.x - middle.x, point.y - middle.y]
  let before = outline.at(-1)
  for (const corner of outline) {
    if (before !== undefined) {
      const [ax, ay] = [before.x - middle.x, before.y - middle.y]
      const [bx, by] = [corner.x - middle.x, corner.y - middle.y]
      const area = ax * by - ay * bx
      const [u, v] = [(x * by - y * bx) / area, (ax * y - ay * x) / area]
      // In the triangle of the middle and this side of the outline, u + v is how far out the point lies.
      if (area !== 0 && u >= 0 && v >= 0) {
        const out = u + v
        const rest = Math.min(Math.max((1 - out) / (1 - SOLID), 0), 1)
        return rest * rest * (3 - 2 * rest)
      }
    }
    before = corner
  }
  return 0
}

import { halvedColours } from '../detail/pyramid.ts'
import type { Checkpoint, Colours } from '../detail/raster.ts'
import { enlargedRows } from '../detail/resample-colours.ts'
import { boxMeans } from './box-means.ts'
import { fromLinear, toLinear } from './linear-light.ts'

/** Colours nearer than this, in 8-bit steps, mix as light to what they mix to as they are coded. */
const ALIKE = 4

/** The photo around what is made, and how far each of its pixels is replaced. */
export interface SeamGround {
  readonly photo: Colours
  /** 0..1 */
  readonly mask: Float32Array
  /** What is coarse in the photo, at a smaller size. */
  readonly coarse: Colours
}

/** What mixing needs of the photo, for one or more pictures that are laid into it. */
export async function seamGround(photo: Colours, mask: Float32Array, checkpoint: Checkpoint): Promise<SeamGround> {
  return { photo, mask, coarse: await coarseBand(photo, checkpoint) }
}

/**
 * Mixes what was made with the photo over the region's surroundings, in linear light and two bands: what is coarse changes
 * over the whole of the mask's rise, what is fine in the middle third of it, where two textures would else show as one
 * through the other. Where the mask is 0 the result is meaningless, and the photo's own values are to be used.
 */
export async function blendSeam(
  { photo, mask, coarse }: SeamGround,
  made: Colours,
  checkpoint: Checkpoint,
): Promise<Colours> {
  const { width, height } = photo
  const data = new Float32Array(width * height * 3)
  const readPhoto = enlargedRows(coarse, width, height)
  const readMade = enlargedRows(await coarseBand(made, checkpoint), width, height)
  const photoRow = new Float32Array(width * 3)
  const madeRow = new Float32Array(width * 3)
  for (let y = 0; y < height; y++) {
    if (y % 64 === 0) await checkpoint()
    const start = y * width
    let ramp = false
    for (let pixel = start; pixel < start + width && !ramp; pixel++)
      ramp = (mask[pixel] ?? 0) > 0 && (mask[pixel] ?? 0) < 1
    if (ramp) {
      readPhoto(y, photoRow)
      readMade(y, madeRow)
    }
    for (let x = 0; x < width; x++) {
      const share = mask[start + x] ?? 0
      if (share <= 0) continue
      const sharp = Math.min(Math.max((share - 0.5) * 3 + 0.5, 0), 1)
      for (let channel = 0; channel < 3; channel++) {
        const at = (start + x) * 3 + channel
        const own = made.data[at] ?? 0
        if (share >= 1) {
          data[at] = own
          continue
        }
        const photoCoarse = photoRow[x * 3 + channel] ?? 0
        const madeCoarse = madeRow[x * 3 + channel] ?? 0
        data[at] =
          mixed(photoCoarse, madeCoarse, share) +
          ((photo.data[at] ?? 0) - photoCoarse) * (1 - sharp) +
          (own - madeCoarse) * sharp
      }
    }
  }
  return { width, height, data }
}

function mixed(one: number, other: number, share: number): number {
  return Math.abs(one - other) < ALIKE
    ? one * (1 - share) + other * share
    : fromLinear(toLinear(one) * (1 - share) + toLinear(other) * share)
}

/** Box means of a picture, made where they are cheap: at a smaller size, since what is coarse survives it. */
async function coarseBand(picture: Colours, checkpoint: Checkpoint): Promise<Colours> {
  let small = picture
  let reach = Math.max(2, Math.round(Math.max(picture.width, picture.height) / 200))
  for (; reach > 4; reach /= 2) {
    small = halvedColours(small)
    await checkpoint()
  }
  return boxMeans(small, Math.max(1, Math.round(reach)))
}

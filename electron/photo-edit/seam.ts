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
export async function blendSeam(ground: SeamGround, made: Colours, checkpoint: Checkpoint): Promise<Colours> {
  const { width, height } = ground.photo
  const data = new Float32Array(width * height * 3)
  const readPhoto = enlargedRows(ground.coarse, width, height)
  const readMade = enlargedRows(await coarseBand(made, checkpoint), width, height)
  const photoRow = new Float32Array(width * 3)
  const madeRow = new Float32Array(width * 3)
  for (let y = 0; y < height; y++) {
    if (y % 64 === 0) await checkpoint()
    if (hasRamp(ground.mask, y * width, width)) {
      readPhoto(y, photoRow)
      readMade(y, madeRow)
    }
    blendRow(ground, made, y, photoRow, madeRow, data)
  }
  return { width, height, data }
}

/** Whether any pixel of a row is a mixture. */
function hasRamp(mask: Float32Array, start: number, width: number): boolean {
  for (let pixel = start; pixel < start + width; pixel++)
    if ((mask[pixel] ?? 0) > 0 && (mask[pixel] ?? 0) < 1) return true
  return false
}

/** @param photoRow what is coarse in this row of the photo @param madeRow and of what was made; both read only where it is a mixture */
function blendRow(
  { photo, mask }: SeamGround,
  made: Colours,
  y: number,
  photoRow: Float32Array,
  madeRow: Float32Array,
  data: Float32Array,
): void {
  const start = y * photo.width
  for (let x = 0; x < photo.width; x++) {
    const share = mask[start + x] ?? 0
    if (share <= 0) continue
    const at = (start + x) * 3
    if (share >= 1) {
      data[at] = made.data[at] ?? 0
      data[at + 1] = made.data[at + 1] ?? 0
      data[at + 2] = made.data[at + 2] ?? 0
      continue
    }
    const sharp = Math.min(Math.max((share - 0.5) * 3 + 0.5, 0), 1)
    for (let channel = 0; channel < 3; channel++) {
      const photoCoarse = photoRow[x * 3 + channel] ?? 0
      const madeCoarse = madeRow[x * 3 + channel] ?? 0
      data[at + channel] =
        mixed(photoCoarse, madeCoarse, share) +
        ((photo.data[at + channel] ?? 0) - photoCoarse) * (1 - sharp) +
        ((made.data[at + channel] ?? 0) - madeCoarse) * sharp
    }
  }
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

import type { ImageSize } from '../../contract/image-size.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import type { PackClass } from '../../contract/pack-facts.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'

/** Classes of one synthetic scene, top to bottom. */
const BANDS = 5

/** A photo-like colour gradient with fine texture. */
export function syntheticPhoto({ width, height }: ImageSize): RgbImage {
  const data = new Uint8Array(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const x = pixel % width
    const y = Math.floor(pixel / width)
    const texture = ((x * 73) ^ (y * 151)) & 31
    data.set([(x * 200) / width + texture, (y * 200) / height + texture, 140 - (y * 100) / height + texture], pixel * 3)
  }
  return { width, height, data }
}

/** Hilly bands of some ids; each shift gives other ones, so that no cache can answer for them. */
export function syntheticBands(ids: readonly number[], { width, height }: ImageSize, shift: number): LabelMap {
  const data = new Uint8Array(width * height)
  const count = Math.min(BANDS, ids.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const wave = Math.sin(((x + shift * 5) / width) * 2 * Math.PI) * 0.08 * height
      const band = Math.min(count - 1, Math.max(0, Math.floor(((y + wave) / height) * count)))
      data[y * width + x] = ids[(band * 3 + 1) % ids.length] ?? 0
    }
  }
  return { width, height, data }
}

/** Ids of a pack's classes. */
export function idsOf(classes: readonly PackClass[]): readonly number[] {
  return classes.map(({ id }) => id)
}

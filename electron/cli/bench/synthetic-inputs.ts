import type { Exemplar } from '../../contract/generation-request.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import type { PackClass, PackManifest } from '../../contract/pack-manifest.ts'

/** Classes of one synthetic scene, top to bottom. */
const BANDS = 5

/** Hilly bands of the pack's classes; each layout differs from the last, so that no cache can answer for it. */
export function syntheticLayouts(classes: readonly PackClass[], size: ImageSize, count: number): readonly LabelMap[] {
  return Array.from({ length: count }, (_, shift) => bands(classes, size, shift))
}

/** A photo-like colour gradient with fine texture, and its labels where the pack wants some. */
export function syntheticExemplar(size: ImageSize, manifest: PackManifest): Exemplar {
  const { width, height } = size
  const data = new Uint8Array(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const x = pixel % width
    const y = Math.floor(pixel / width)
    const texture = ((x * 73) ^ (y * 151)) & 31
    data.set([(x * 200) / width + texture, (y * 200) / height + texture, 140 - (y * 100) / height + texture], pixel * 3)
  }
  return { image: { width, height, data }, condition: { kind: 'labels', labels: bands(manifest.classes, size, 7) } }
}

function bands(classes: readonly PackClass[], { width, height }: ImageSize, shift: number): LabelMap {
  const data = new Uint8Array(width * height)
  const count = Math.min(BANDS, classes.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const wave = Math.sin(((x + shift * 5) / width) * 2 * Math.PI) * 0.08 * height
      const band = Math.min(count - 1, Math.max(0, Math.floor(((y + wave) / height) * count)))
      data[y * width + x] = classes[(band * 3 + 1) % classes.length]?.id ?? 0
    }
  }
  return { width, height, data }
}

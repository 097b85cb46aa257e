import { lightColumns, lightOfRow, type ClassLight } from './class-light.ts'
import { STRIDE, type TargetLevel } from './patch-levels.ts'
import { halvedColours } from './pyramid.ts'
import { TEXTURE_STEPS, type Colours, type Labels } from './raster.ts'

/** What of the target is given: its colours, and where it is to be made all the same. */
export interface KnownPart {
  readonly colours: Colours
  /** 1 where the pixel is to be made. */
  readonly open: Uint8Array
}

/** The known part from its full size down. A pixel is open where any of the four above it is. */
export function knownLevels(known: KnownPart, count: number): readonly KnownPart[] {
  const levels: KnownPart[] = [known]
  let last = known
  for (let level = 1; level < count; level++) {
    const { width, height } = last.colours
    last = { colours: halvedColours(last.colours), open: halvedMask(last.open, width, height) }
    levels.push(last)
  }
  return levels
}

function halvedMask(mask: Uint8Array, width: number, height: number): Uint8Array {
  const halfWidth = (width + 1) >> 1
  const half = new Uint8Array(halfWidth * ((height + 1) >> 1))
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) if (mask[at] === 1) half[(y >> 1) * halfWidth + (x >> 1)] = 1
  return half
}

/** The light at the middle of every patch of a target, columns × rows × RGB. @param pixels see `lightColumns` */
export function lightOfPatches(light: ClassLight, labels: Labels, pixels: number): Float32Array {
  const columns = Math.ceil(labels.width / STRIDE) + 1
  const rows = Math.ceil(labels.height / STRIDE) + 1
  const result = new Float32Array(columns * rows * 3)
  const places = lightColumns(light, labels.width, pixels)
  const row = new Float32Array(labels.width * 3)
  for (let j = 0; j < rows; j++) {
    const y = Math.min(j * STRIDE, labels.height - 1)
    lightOfRow(light, places, labels.data, y * labels.width, y, pixels, row)
    for (let i = 0; i < columns; i++) {
      const x = Math.min(i * STRIDE, labels.width - 1) * 3
      for (let channel = 0; channel < 3; channel++) result[(j * columns + i) * 3 + channel] = row[x + channel] ?? 0
    }
  }
  return result
}

/** Texture and light together again. @param pixels see `lightColumns` */
export function withLight(
  { texture, labels }: Pick<TargetLevel, 'texture' | 'labels'>,
  light: ClassLight,
  pixels: number,
): Colours & { readonly data: Float32Array } {
  const { width, height } = labels
  const data = new Float32Array(width * height * 3)
  const columns = lightColumns(light, width, pixels)
  const row = new Float32Array(width * 3)
  for (let y = 0; y < height; y++) {
    lightOfRow(light, columns, labels.data, y * width, y, pixels, row)
    lightenRow(texture.data, row, data, y * width * 3)
  }
  return { width, height, data }
}

function lightenRow(texture: Int16Array, light: Float32Array, data: Float32Array, start: number): void {
  for (let at = 0; at < light.length; at++)
    data[start + at] = (texture[start + at] ?? 0) / TEXTURE_STEPS + (light[at] ?? 0)
}

import { lightColumns, lightOfRow, textureOf, type ClassLight } from './class-light.ts'
import { halvedColours, halvedLabels } from './pyramid.ts'
import { FORBIDDEN, type Checkpoint, type Colours, type Labels, type Texture } from './raster.ts'

/** Side of a patch in pixels, on every level. */
export const PATCH = 8
/** Pixels from one patch of the target to the next: every pixel is covered by four. */
export const STRIDE = 4

/** What can be copied, on one level of the pyramid. */
export interface SourceLevel {
  readonly texture: Texture
  readonly labels: Labels
  /** See `classCodes`. */
  readonly codes: Uint8Array
  /** 1 where a patch may begin (its top left pixel): all of it lies inside and none of it is forbidden. */
  readonly allowed: Uint8Array
  /** Light that copies are chosen by, at every fourth pixel both ways, RGB. */
  readonly light: Float32Array
  readonly lightWidth: number
}

/** What is made, on one level. Its texture is written while it is made. */
export interface TargetLevel {
  readonly texture: Texture
  /** Own classes. */
  readonly labels: Labels
  /** Codes of the classes to copy from, which differ from the own ones where the source lacks a class. */
  readonly wanted: Uint8Array
  /** 1 where the pixel is to be made; absent = everywhere. */
  readonly open: Uint8Array | undefined
}

/** Colours and labels of a picture from its full size down, each level half the one before. */
export interface PictureLevel {
  readonly colours: Colours
  readonly labels: Labels
}

/** How many levels there are until the shorter side is about `coarsest` pixels; at least one. */
export function levelCount(width: number, height: number, coarsest: number): number {
  return Math.max(1, Math.round(Math.log2(Math.min(width, height) / coarsest)) + 1)
}

export async function pictureLevels(
  colours: Colours,
  labels: Labels,
  count: number,
  checkpoint: Checkpoint,
): Promise<readonly PictureLevel[]> {
  const levels: PictureLevel[] = [{ colours, labels }]
  let last = { colours, labels }
  for (let level = 1; level < count; level++) {
    await checkpoint()
    last = { colours: halvedColours(last.colours), labels: halvedLabels(last.labels) }
    levels.push(last)
  }
  return levels
}

/** @param pixels full-size pixels per pixel of this level */
export async function sourceLevel(
  { colours, labels }: PictureLevel,
  codes: Uint8Array,
  { light, appearance }: { readonly light: ClassLight; readonly appearance: ClassLight },
  pixels: number,
  checkpoint: Checkpoint,
): Promise<SourceLevel> {
  const sampled = sampledLight(appearance, labels, pixels)
  await checkpoint()
  const texture = textureOf(colours, labels, light, pixels)
  await checkpoint()
  const allowed = patchPlaces(labels)
  return { texture, labels, codes, allowed, light: sampled, lightWidth: Math.ceil(labels.width / STRIDE) }
}

/** Light at every fourth pixel both ways, RGB. */
function sampledLight(light: ClassLight, { width, height, data }: Labels, pixels: number): Float32Array {
  const across = Math.ceil(width / STRIDE)
  const down = Math.ceil(height / STRIDE)
  const sampled = new Float32Array(across * down * 3)
  const columns = lightColumns(light, width, pixels)
  const row = new Float32Array(width * 3)
  for (let y = 0; y < down; y++) {
    lightOfRow(light, columns, data, y * STRIDE * width, y * STRIDE, pixels, row)
    for (let x = 0; x < across; x++)
      for (let channel = 0; channel < 3; channel++)
        sampled[(y * across + x) * 3 + channel] = row[x * STRIDE * 3 + channel] ?? 0
  }
  return sampled
}

/** Where patches may begin: a pixel is no place when one of the patch's pixels is forbidden or outside. */
export function patchPlaces({ width, height, data }: Labels): Uint8Array {
  // Free pixels in a row from here to the right, at most a patch's worth; then the same downwards over full runs.
  const runs = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    let run = 0
    for (let x = width - 1; x >= 0; x--) {
      run = data[y * width + x] === FORBIDDEN ? 0 : Math.min(run + 1, PATCH)
      runs[y * width + x] = run
    }
  }
  const places = new Uint8Array(width * height)
  for (let x = 0; x < width; x++) {
    let run = 0
    for (let y = height - 1; y >= 0; y--) {
      run = runs[y * width + x] === PATCH ? run + 1 : 0
      if (run >= PATCH) places[y * width + x] = 1
    }
  }
  return places
}

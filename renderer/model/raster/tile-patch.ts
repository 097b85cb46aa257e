import type { Rect } from './geometry.ts'
import { unionRect } from './geometry.ts'
import type { LabelRaster } from './label-raster.ts'
import { decodeRunsInto, encodedBound, encodeRunsInto } from './run-length.ts'
import { readRect, tileRect, writeRect } from './tile-grid.ts'

/** The tiles one step changed, before and after, all tiles of a side in one run-length buffer. */
export interface TilePatch {
  /** Of the raster. */
  readonly width: number
  readonly height: number
  readonly tiles: Uint32Array
  readonly before: Uint8Array
  readonly after: Uint8Array
}

/** Objects and typed arrays cost about this much beside their bytes. */
const OVERHEAD_BYTES = 400

export function patchBytes(patch: TilePatch): number {
  return patch.before.length + patch.after.length + patch.tiles.byteLength + OVERHEAD_BYTES
}

/**
 * Compares saved tiles with the raster as it is now.
 *
 * @param saved Tile index -> its bytes before the change.
 * @returns The patch of the tiles that really differ; undefined when none does.
 */
export function makePatch(raster: LabelRaster, saved: ReadonlyMap<number, Uint8Array>): TilePatch | undefined {
  const changed: { index: number; before: Uint8Array; after: Uint8Array }[] = []
  let bound = 0
  for (const [index, before] of saved) {
    const after = readRect(raster.data, raster.width, tileRect(index, raster.width, raster.height))
    if (equalBytes(before, after)) continue
    changed.push({ index, before, after })
    bound += encodedBound(before.length)
  }
  if (changed.length === 0) return undefined
  const buffer = new Uint8Array(bound)
  const pack = (side: 'before' | 'after'): Uint8Array =>
    buffer.slice(
      0,
      changed.reduce((offset, tile) => encodeRunsInto(tile[side], buffer, offset), 0),
    )
  const { width, height } = raster
  return {
    width,
    height,
    tiles: Uint32Array.from(changed, ({ index }) => index),
    before: pack('before'),
    after: pack('after'),
  }
}

/** Writes one side of a patch into the raster. @returns the rectangle that changed. */
export function applyPatch(raster: LabelRaster, patch: TilePatch, side: 'before' | 'after'): Rect | undefined {
  let offset = 0
  let dirty: Rect | undefined
  for (const index of patch.tiles) {
    const rect = tileRect(index, raster.width, raster.height)
    const values = new Uint8Array(rect.width * rect.height)
    offset = decodeRunsInto(patch[side], offset, values)
    writeRect(raster.data, raster.width, rect, values)
    dirty = unionRect(dirty, rect)
  }
  return dirty
}

function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false
  return true
}

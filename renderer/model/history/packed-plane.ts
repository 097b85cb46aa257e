import { decodeRuns, encodeRuns } from '../raster/run-length.ts'
import type { PackedPlane } from './history-change.ts'

interface Plane {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export function packPlane({ width, height, data }: Plane): PackedPlane {
  return { width, height, runs: encodeRuns(data) }
}

export function unpackPlane({ width, height, runs }: PackedPlane): Plane {
  return { width, height, data: decodeRuns(runs, width * height) }
}

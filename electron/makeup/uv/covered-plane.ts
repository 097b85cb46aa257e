import { medianColour, type LabColour, type LabPlanes } from '../colour/lab-planes.ts'
import { smoothStep } from '../filters/smooth-step.ts'
import { UV_PIXELS } from './uv-frame.ts'

/** What a face parser says, laid into the plane of make-up; all 0..1. */
export interface ParsedPlanes {
  readonly face: Float32Array
  readonly beside: Float32Array
  readonly glasses: Float32Array
  readonly mouth: Float32Array
}

/** From here to there the parser is believed that something else lies over the face. */
const OTHER = [0.4, 0.75] as const
const GLASSES = [0.3, 0.7] as const

/**
 * 0..1: where something lies over the face or beside it: hair, a hat, a hand, frames of glasses, background. Lenses are seen
 * through: only what of the glasses does not look like skin covers it.
 */
export function coveredPlane(hair: Float32Array, parsed: ParsedPlanes, colours: LabPlanes): Float32Array {
  const { face, beside, glasses } = parsed
  const tone = medianColour(colours, face)
  const covered = new Float32Array(UV_PIXELS)
  for (let index = 0; index < UV_PIXELS; index++) {
    const worn = glasses[index] ?? 0
    const other = 1 - (face[index] ?? 0) - (beside[index] ?? 0) - worn
    const frame = worn < 0.1 || tone === undefined ? 0 : smoothStep(worn, GLASSES) * unlikeSkin(colours, tone, index)
    covered[index] = Math.max(hair[index] ?? 0, smoothStep(other, OTHER), frame)
  }
  return covered
}

function unlikeSkin({ lightness, a, b }: LabPlanes, tone: LabColour, index: number): number {
  const away = Math.hypot(
    ((lightness[index] ?? 0) - tone.lightness) / 22,
    ((a[index] ?? 0) - tone.a) / 12,
    ((b[index] ?? 0) - tone.b) / 14,
  )
  return smoothStep(away, [0.8, 1.5])
}

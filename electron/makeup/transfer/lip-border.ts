import type { LabPlanes } from '../colour/lab-planes.ts'
import { blur } from '../filters/blur.ts'
import { guidedLine, type GuidedLine } from '../filters/guided-line.ts'
import { partZones } from '../uv/part-zones.ts'
import { SOFT_PIXELS, SOFT_SIDE, UV_EYE_DISTANCE } from '../uv/uv-frame.ts'

/**
 * Where a face's lips end, as its own colours say: the mesh knows it to a few hundredths of the eye distance, which would
 * colour skin or leave lips bare. Planes are SOFT_SIDE × SOFT_SIDE: the lines vary slowly, and the photo's own pixels are put into them.
 */
export interface LipBorder {
  /** The direction in L, a, b that tells lips from the skin around them: 0 at the skin's mean, 1 at the lips'. */
  readonly weights: readonly [number, number, number]
  readonly shift: number
  readonly line: GuidedLine
  /** 0..1: where lips may be at all. */
  readonly reach: Float32Array
}

const EYE = UV_EYE_DISTANCE / 2

/** How far lips reach at most, and the skin around them: the same for every face, so made once. */
interface LipSurroundings {
  readonly wide: Float32Array
  readonly around: Float32Array
  readonly reach: Float32Array
}

let surroundings: LipSurroundings | undefined

function lipSurroundings(): LipSurroundings {
  if (surroundings !== undefined) return surroundings
  const { lips } = partZones(SOFT_SIDE)
  const wide = blur(lips, SOFT_SIDE, 0.035 * EYE)
  const reach = wide.map((value) => Math.min(1, value * 3.5))
  surroundings = { wide, around: blur(lips, SOFT_SIDE, 0.09 * EYE), reach }
  return surroundings
}

/** @param colours and `visible` of the face at SOFT_SIDE */
export function lipBorder(colours: LabPlanes, visible: Float32Array): LipBorder {
  const zones = partZones(SOFT_SIDE)
  const { wide, around, reach } = lipSurroundings()
  const onLips = new Float32Array(SOFT_PIXELS)
  const onSkin = new Float32Array(SOFT_PIXELS)
  for (let index = 0; index < SOFT_PIXELS; index++) {
    const seen = visible[index] ?? 0
    if ((zones.lips[index] ?? 0) > 0.95) onLips[index] = seen
    if ((wide[index] ?? 0) < 0.02 && (around[index] ?? 0) > 0.005) onSkin[index] = (zones.skin[index] ?? 0) * seen
  }
  const lips = moments(colours, onLips)
  const skin = moments(colours, onSkin)
  // Fisher's discriminant with independent channels.
  const raw = CHANNELS.map(
    (channel) => (lips[channel].mean - skin[channel].mean) / (lips[channel].variance + skin[channel].variance + 4),
  )
  const span = CHANNELS.reduce(
    (sum, channel, at) => sum + (raw[at] ?? 0) * (lips[channel].mean - skin[channel].mean),
    0,
  )
  const scale = 1 / Math.max(span, 1e-6)
  const weights = [(raw[0] ?? 0) * scale, (raw[1] ?? 0) * scale, (raw[2] ?? 0) * scale] as const
  const shift = -CHANNELS.reduce((sum, channel, at) => sum + (weights[at] ?? 0) * skin[channel].mean, 0)
  const guide = new Float32Array(SOFT_PIXELS)
  for (let index = 0; index < SOFT_PIXELS; index++)
    guide[index] = Math.min(
      1.3,
      Math.max(
        -0.3,
        weights[0] * (colours.lightness[index] ?? 0) +
          weights[1] * (colours.a[index] ?? 0) +
          weights[2] * (colours.b[index] ?? 0) +
          shift,
      ),
    )
  // The smaller the contrast in units of the noise, the more the mesh is believed.
  const edge = 0.12 + 0.6 / Math.sqrt(1 + span)
  return {
    weights,
    shift,
    line: guidedLine(zones.lips, guide, SOFT_SIDE, { sigma: 0.04 * EYE, edge }),
    reach,
  }
}

const CHANNELS = ['lightness', 'a', 'b'] as const
type Moments = Record<(typeof CHANNELS)[number], { readonly mean: number; readonly variance: number }>

function moments(colours: LabPlanes, weights: Float32Array): Moments {
  const of = (plane: Float32Array): { mean: number; variance: number } => {
    let [sum, squares, total] = [0, 0, 1e-6]
    for (let index = 0; index < plane.length; index++) {
      const weight = weights[index] ?? 0
      if (weight === 0) continue
      const value = plane[index] ?? 0
      sum += value * weight
      squares += value * value * weight
      total += weight
    }
    const mean = sum / total
    return { mean, variance: Math.max(0, squares / total - mean * mean) }
  }
  return { lightness: of(colours.lightness), a: of(colours.a), b: of(colours.b) }
}

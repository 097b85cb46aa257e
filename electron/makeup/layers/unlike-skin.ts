import type { LabPlanes } from '../colour/lab-planes.ts'
import { linearFromLab } from '../colour/lab.ts'
import { smoothStep } from '../filters/smooth-step.ts'

/**
 * How far a pixel is from the skin around it; shadows and shine are mostly differences of L.
 * @param shining 0..1: how likely it is that what is lighter here is shine
 */
export function unlikeness(colours: LabPlanes, base: LabPlanes, index: number, shining: number): number {
  const lightness = (colours.lightness[index] ?? 0) - (base.lightness[index] ?? 0)
  const light = lightness * (lightness < 0 ? 0.45 : 1 - 0.4 * shine(colours, base, index, lightness, shining))
  const a = (colours.a[index] ?? 0) - (base.a[index] ?? 0)
  const b = (colours.b[index] ?? 0) - (base.b[index] ?? 0)
  return Math.sqrt(light * light + a * a + b * b)
}

/** 0..1: whether what has this much more L than the skin is shine and not white paint. */
function shine(colours: LabPlanes, base: LabPlanes, index: number, more: number, shining: number): number {
  if (more < WHITER || shining === 1) return 1
  return Math.max(shining, addedEvenly(colours, base, index))
}

/** From this much L above the skin on it is looked whether a place is white paint. */
const WHITER = 6

/** 0..1: whether a place is clearly darker than the skin around it. */
export function darker({ lightness }: LabPlanes, base: LabPlanes, index: number): number {
  return smoothStep((base.lightness[index] ?? 0) - (lightness[index] ?? 0), [4, 12])
}

/** 0..1: whether a place is clearly lighter than the skin around it. */
export function lighter({ lightness }: LabPlanes, base: LabPlanes, index: number): number {
  return smoothStep((lightness[index] ?? 0) - (base.lightness[index] ?? 0), [4, 12])
}

/** 0..1: whether a place differs from the skin around it as a shadow does: darker, and hardly in colour. */
export function shadowy(colours: LabPlanes, base: LabPlanes, index: number): number {
  const hue = Math.hypot((colours.a[index] ?? 0) - (base.a[index] ?? 0), (colours.b[index] ?? 0) - (base.b[index] ?? 0))
  return darker(colours, base, index) * (1 - smoothStep(hue, [9, 18]))
}

/**
 * 0..1: whether a place differs from the skin around it as shine does: lighter, and still of the skin's own hue. White paint has none.
 * @param shining as in `unlikeness`
 */
export function shiny({ lightness, a, b }: LabPlanes, base: LabPlanes, index: number, shining: number): number {
  const more = (lightness[index] ?? 0) - (base.lightness[index] ?? 0)
  if (more <= 0) return 0
  const [skinA, skinB] = [base.a[index] ?? 0, base.b[index] ?? 0]
  const chroma = Math.max(1, Math.hypot(skinA, skinB))
  const along = ((a[index] ?? 0) * skinA + (b[index] ?? 0) * skinB) / chroma
  const across = ((a[index] ?? 0) * skinB - (b[index] ?? 0) * skinA) / chroma
  const like =
    smoothStep(more, [2, 8]) * smoothStep(along / chroma, [0.2, 0.4]) * (1 - smoothStep(Math.abs(across), [6, 12]))
  return like === 0 ? 0 : like * shine({ lightness, a, b }, base, index, more, shining)
}

const here = new Float32Array(3)
const around = new Float32Array(3)

/**
 * 0..1: whether light was added to the skin. Shine adds as much red as blue to it (Shafer's dichromatic reflection, 1985); white
 * paint lies over it, and skin lacks more blue than red until it is white.
 */
function addedEvenly(colours: LabPlanes, base: LabPlanes, index: number): number {
  readLinear(colours, index, here)
  readLinear(base, index, around)
  const red = (here[0] ?? 0) - (around[0] ?? 0)
  const blue = (here[2] ?? 0) - (around[2] ?? 0)
  // Where red is at its limit, as in bright shine, it cannot grow with blue.
  if ((here[0] ?? 0) > 0.93 || blue <= 0) return 1
  return smoothStep(red / blue, [0.5, 0.75])
}

function readLinear(colours: LabPlanes, index: number, rgb: Float32Array): void {
  rgb[0] = colours.lightness[index] ?? 0
  rgb[1] = colours.a[index] ?? 0
  rgb[2] = colours.b[index] ?? 0
  linearFromLab(rgb, rgb)
}

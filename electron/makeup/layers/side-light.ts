import { SOFT_PIXELS, SOFT_SIDE, UV_EYE_DISTANCE } from '../uv/uv-frame.ts'

/**
 * Light that comes from one side, as an amount that grows evenly from one cheek to the other, at another rate at the
 * forehead than at the chin. Make-up is worn in places and mostly on both halves, so that nothing of it looks like this.
 */
export interface SideLight {
  /** For each eye distance from the face's middle to the right of the plane. */
  readonly across: number
  /** Added to `across` for each eye distance below the plane's middle. */
  readonly changing: number
}

const EYE = UV_EYE_DISTANCE / 2
/** What one half differs by through paint on it counts less and less beyond this many units. */
const USUAL = 4
const ROUNDS = 3
/** Added to the sums of squares, so that places that are hardly known fit hardly any light. */
const LEAST = 60

/**
 * Fits the light to what both halves of a plane differ by.
 * @param plane SOFT_SIDE² of L, a or b
 * @param trust how far each place is known, 0..1
 */
export function sideLight(plane: Float32Array, trust: Float32Array): SideLight {
  let light: SideLight = { across: 0, changing: 0 }
  // Weighted least squares, again without what the last fit explains badly.
  for (let round = 0; round < ROUNDS; round++) {
    let [aa, ab, bb, av, bv] = [0, 0, 0, 0, 0]
    for (let index = 0; index < SOFT_PIXELS; index += 3) {
      const column = index % SOFT_SIDE
      if (column < SOFT_SIDE / 2) continue
      const twin = index ^ (SOFT_SIDE - 1)
      const known = Math.min(trust[index] ?? 0, trust[twin] ?? 0)
      if (known < 0.05) continue
      const x = fromMiddle(column)
      const y = fromMiddle(Math.floor(index / SOFT_SIDE))
      const half = ((plane[index] ?? 0) - (plane[twin] ?? 0)) / 2
      const off = (half - x * (light.across + light.changing * y)) / USUAL
      const weight = round === 0 ? known : known / (1 + off * off)
      aa += weight * x * x
      ab += weight * x * x * y
      bb += weight * x * x * y * y
      av += weight * x * half
      bv += weight * x * y * half
    }
    // Little is known of one half in a profile: then no light is found rather than a wild one.
    const determinant = (aa + LEAST) * (bb + LEAST) - ab * ab
    light = {
      across: ((bb + LEAST) * av - ab * bv) / determinant,
      changing: ((aa + LEAST) * bv - ab * av) / determinant,
    }
  }
  return light
}

/** The plane as it would be without the light. */
export function withoutSideLight(plane: Float32Array, { across, changing }: SideLight): Float32Array {
  const result = new Float32Array(plane.length)
  for (let row = 0; row < SOFT_SIDE; row++) {
    const slope = across + changing * fromMiddle(row)
    for (let column = 0; column < SOFT_SIDE; column++) {
      const index = row * SOFT_SIDE + column
      result[index] = (plane[index] ?? 0) - slope * fromMiddle(column)
    }
  }
  return result
}

/** Eye distances from the plane's middle. */
function fromMiddle(position: number): number {
  return (position + 0.5 - SOFT_SIDE / 2) / EYE
}

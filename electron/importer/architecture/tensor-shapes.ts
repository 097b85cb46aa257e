/** A tensor's sizes, outermost first; `[]` is a scalar. */
export type Shape = readonly number[]

/** One expected entry of a state dict: key and shape. */
export type ShapeEntry = readonly [key: string, shape: Shape]

/** A whole state dict's expected keys, in the order in which the authors' files list them. */
export type ShapeTable = ReadonlyMap<string, Shape>

/** A square convolution. */
export interface Convolution {
  readonly name: string
  readonly channelsIn: number
  readonly channelsOut: number
  readonly kernel: number
  readonly bias: boolean
}

/** `weight` [out, in, k, k] and perhaps `bias` [out]. */
export function convolutionShapes(convolution: Convolution): ShapeEntry[] {
  const { name, channelsIn, channelsOut, kernel, bias } = convolution
  const weight: ShapeEntry = [`${name}.weight`, [channelsOut, channelsIn, kernel, kernel]]
  return bias ? [weight, [`${name}.bias`, [channelsOut]]] : [weight]
}

/**
 * A convolution under torch's (old-style) spectral norm: perhaps `bias`, then `weight_orig`
 * [out, in, k, k], `weight_u` [out] and `weight_v` [in·k·k]; weight = weight_orig / (uᵀ W v).
 */
export function spectralConvolutionShapes(convolution: Convolution): ShapeEntry[] {
  const { name, channelsIn, channelsOut, kernel, bias } = convolution
  const entries: ShapeEntry[] = [
    [`${name}.weight_orig`, [channelsOut, channelsIn, kernel, kernel]],
    [`${name}.weight_u`, [channelsOut]],
    [`${name}.weight_v`, [channelsIn * kernel * kernel]],
  ]
  return bias ? [[`${name}.bias`, [channelsOut]], ...entries] : entries
}

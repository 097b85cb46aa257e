/** L*, a* and b* of a picture, one plane each, row by row. */
export interface LabPlanes {
  readonly lightness: Float32Array
  readonly a: Float32Array
  readonly b: Float32Array
}

/** One colour. */
export interface LabColour {
  readonly lightness: number
  readonly a: number
  readonly b: number
}

export function emptyPlanes(pixels: number): LabPlanes {
  return { lightness: new Float32Array(pixels), a: new Float32Array(pixels), b: new Float32Array(pixels) }
}

/** The median of each channel where a mask is over one half; undefined where that is nowhere. */
export function medianColour({ lightness, a, b }: LabPlanes, mask: Float32Array): LabColour | undefined {
  const inside: number[] = []
  // Every third pixel says as much about the median.
  for (let index = 0; index < mask.length; index += 3) if ((mask[index] ?? 0) > 0.5) inside.push(index)
  if (inside.length === 0) return undefined
  const median = (plane: Float32Array): number =>
    Float32Array.from(inside, (index) => plane[index] ?? 0).sort()[inside.length >> 1] ?? 0
  return { lightness: median(lightness), a: median(a), b: median(b) }
}

/** The same done to L, a and b. */
export function eachPlane({ lightness, a, b }: LabPlanes, change: (plane: Float32Array) => Float32Array): LabPlanes {
  return { lightness: change(lightness), a: change(a), b: change(b) }
}

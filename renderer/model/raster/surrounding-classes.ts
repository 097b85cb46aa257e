import type { LabelRaster } from './label-raster.ts'

/**
 * What would stand at the pixels of an area if it were not there: the class of the nearest pixel around it, so that an object
 * before two others gives way to both.
 *
 * @param mask 1 in the area
 * @returns class ids, meaningful where the mask is 1; undefined where the area has no surroundings
 */
export function surroundingClasses({ width, height, data }: LabelRaster, mask: Uint8Array): Uint8Array | undefined {
  const filled = data.slice()
  const open = mask.slice()
  let ring: number[] = []
  for (let at = 0; at < open.length; at += 1)
    if (open[at] === 0 && besides(at, width, height).some((beside) => open[beside] === 1)) ring.push(at)
  if (ring.length === 0) return undefined
  while (ring.length > 0) {
    const next: number[] = []
    for (const at of ring)
      for (const beside of besides(at, width, height)) {
        if (open[beside] !== 1) continue
        open[beside] = 0
        filled[beside] = filled[at] ?? 0
        next.push(beside)
      }
    ring = next
  }
  return filled
}

function besides(at: number, width: number, height: number): readonly number[] {
  const x = at % width
  const beside: number[] = []
  if (x > 0) beside.push(at - 1)
  if (x < width - 1) beside.push(at + 1)
  if (at >= width) beside.push(at - width)
  if (at < width * (height - 1)) beside.push(at + width)
  return beside
}

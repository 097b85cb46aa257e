import type { LabelRaster } from './label-raster.ts'

/**
 * What would stand at the pixels of an area if it were not there: the class of the nearest pixel around it, so that an object
 * before two others gives way to both. What lies within the area, as an eye within a lens, lies before it and does not grow.
 *
 * @param mask 1 in the area
 * @returns class ids, meaningful where the mask is 1; undefined where the area has no surroundings
 */
export function surroundingClasses({ width, height, data }: LabelRaster, mask: Uint8Array): Uint8Array | undefined {
  const filled = data.slice()
  const open = mask.slice()
  const reached = outsideOf(mask, width, height)
  // An area around the whole canvas has only what lies within it.
  if (!reached.includes(1)) reached.fill(1)
  let ring: number[] = []
  for (let at = 0; at < open.length; at += 1)
    if (open[at] === 0 && reached[at] === 1 && besides(at, width, height).some((beside) => open[beside] === 1))
      ring.push(at)
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

/** 1 where the canvas's edge can be reached without crossing the area. */
function outsideOf(mask: Uint8Array, width: number, height: number): Uint8Array {
  const reached = new Uint8Array(mask.length)
  const cells: number[] = []
  const visit = (at: number): void => {
    if (mask[at] === 1 || reached[at] === 1) return
    reached[at] = 1
    cells.push(at)
  }
  for (let x = 0; x < width; x += 1) {
    visit(x)
    visit((height - 1) * width + x)
  }
  for (let y = 0; y < height; y += 1) {
    visit(y * width)
    visit(y * width + width - 1)
  }
  // The list grows while it is walked.
  for (const at of cells) for (const beside of besides(at, width, height)) visit(beside)
  return reached
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

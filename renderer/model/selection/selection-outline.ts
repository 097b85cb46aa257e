import type { SelectionMask } from './selection-mask.ts'

/** A straight piece of the border between selected and unselected pixels, in document pixels. */
export type OutlineSegment = readonly [x0: number, y0: number, x1: number, y1: number]

/** The border of a selection as horizontal and vertical pieces, each as long as possible. */
export function selectionOutline(mask: SelectionMask): OutlineSegment[] {
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= mask.width || y >= mask.height ? 0 : (mask.data[y * mask.width + x] ?? 0)
  const horizontal = edges(mask.height, mask.width, (y, x) => at(x, y - 1) - at(x, y))
  const vertical = edges(mask.width, mask.height, (x, y) => at(x - 1, y) - at(x, y))
  return [
    ...horizontal.map(({ line, from, to }): OutlineSegment => [from, line, to, line]),
    ...vertical.map(({ line, from, to }): OutlineSegment => [line, from, line, to]),
  ]
}

interface Edge {
  readonly line: number
  readonly from: number
  readonly to: number
}

/** Joins neighbouring steps of the same direction along every grid line 0 .. lines. */
function edges(lines: number, length: number, step: (line: number, position: number) => number): Edge[] {
  const found: Edge[] = []
  for (let line = 0; line <= lines; line += 1) {
    let from = 0
    let current = 0
    for (let position = 0; position <= length; position += 1) {
      const here = position < length ? step(line, position) : 0
      if (here === current) continue
      if (current !== 0) found.push({ line, from, to: position })
      from = position
      current = here
    }
  }
  return found
}

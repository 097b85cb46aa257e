import type { Rect } from '../raster/geometry.ts'
import type { SpanSink } from '../raster/shapes/span.ts'

/** The selected pixels, one byte each: 1 selected, 0 not. Never changed in place, so that history can hold it. */
export interface SelectionMask {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** How a new shape joins what is selected. */
export type SelectionMode = 'replace' | 'add' | 'subtract' | 'intersect'

/** Shift adds, Alt subtracts, both together keep only what is in both. */
export function selectionMode(modifiers: { readonly shift: boolean; readonly alt: boolean }): SelectionMode {
  if (modifiers.shift && modifiers.alt) return 'intersect'
  if (modifiers.shift) return 'add'
  return modifiers.alt ? 'subtract' : 'replace'
}

/** Builds a mask of one document's size out of spans, cut at its borders. */
export function maskFromSpans(width: number, height: number, draw: (sink: SpanSink) => void): SelectionMask {
  const data = new Uint8Array(width * height)
  draw((y, x0, x1) => {
    if (y >= 0 && y < height) data.fill(1, y * width + Math.max(0, x0), y * width + Math.max(0, Math.min(width, x1)))
  })
  return { width, height, data }
}

export function fullMask(width: number, height: number): SelectionMask {
  return { width, height, data: new Uint8Array(width * height).fill(1) }
}

/** Joins a shape to the selection; `undefined` stands for "nothing is selected", as it does in the result. */
export function combineMasks(
  current: SelectionMask | undefined,
  shape: SelectionMask,
  mode: SelectionMode,
): SelectionMask | undefined {
  const before = current?.data ?? new Uint8Array(shape.data.length)
  const data = shape.data.map((inside, index) => {
    const selected = before[index] ?? 0
    if (mode === 'add') return selected | inside
    if (mode === 'subtract') return selected & (1 - inside)
    return mode === 'intersect' ? selected & inside : inside
  })
  return unlessEmpty({ ...shape, data })
}

export function invertMask(mask: SelectionMask): SelectionMask | undefined {
  return unlessEmpty({ ...mask, data: mask.data.map((value) => 1 - value) })
}

function unlessEmpty(mask: SelectionMask): SelectionMask | undefined {
  return mask.data.includes(1) ? mask : undefined
}

/** The smallest rectangle around the selected pixels; undefined when there are none. */
export function maskBounds({ width, height, data }: SelectionMask): Rect | undefined {
  let left = width
  let right = -1
  let top = -1
  let bottom = -1
  for (let y = 0; y < height; y += 1) {
    const row = data.subarray(y * width, (y + 1) * width)
    const first = row.indexOf(1)
    if (first === -1) continue
    if (top === -1) top = y
    bottom = y
    left = Math.min(left, first)
    right = Math.max(right, row.lastIndexOf(1))
  }
  return top === -1 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
}

/** A byte plane that is being drawn on; 0 at first. */
export interface PlaneCanvas {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export function planeCanvas(width: number, height: number): PlaneCanvas {
  return { width, height, data: new Uint8Array(width * height) }
}

/** Fills pixels `from`..`to` (both included) of row `y`, as far as they lie on the canvas. */
export function fillRow(canvas: PlaneCanvas, y: number, from: number, to: number, value: number): void {
  if (y < 0 || y >= canvas.height || from >= canvas.width || to < 0) return
  const start = y * canvas.width
  canvas.data.fill(value, start + Math.max(from, 0), start + Math.min(to, canvas.width - 1) + 1)
}

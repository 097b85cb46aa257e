import { fillRow, type PlaneCanvas } from './plane-canvas.ts'
import type { Point } from './point.ts'

/** Fills a disc by the midpoint walk of `cv2.circle(…, thickness=-1)`, so its rim has the same pixels. */
export function fillCircle(canvas: PlaneCanvas, centre: Point, radius: number, value: number): void {
  let error = 0
  let wide = radius
  let narrow = 0
  let growth = 1
  let shrink = 2 * radius - 1
  while (wide >= narrow) {
    fillRow(canvas, centre.y - narrow, centre.x - wide, centre.x + wide, value)
    fillRow(canvas, centre.y + narrow, centre.x - wide, centre.x + wide, value)
    fillRow(canvas, centre.y - wide, centre.x - narrow, centre.x + narrow, value)
    fillRow(canvas, centre.y + wide, centre.x - narrow, centre.x + narrow, value)
    narrow += 1
    error += growth
    growth += 2
    if (error > 0) {
      error -= shrink
      wide -= 1
      shrink -= 2
    }
  }
}

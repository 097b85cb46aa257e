import type { Rect } from '../../../model/raster/geometry.ts'
import type { OverlayShape } from '../overlay-shape.ts'
import type { Affine } from './affine.ts'
import { frameCorners, rotationKnob } from './transform-handles.ts'

/** The frame around floating pixels with its handles: corners and middles of the sides scale, the knob rotates. */
export function frameOverlay(frame: Rect, transform: Affine, zoom: number): OverlayShape {
  const corners = frameCorners(frame, transform)
  const middles = corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length]
    return next === undefined ? [] : [{ x: (corner.x + next.x) / 2, y: (corner.y + next.y) / 2 }]
  })
  return {
    kind: 'several',
    shapes: [
      { kind: 'path', points: corners, closed: true, corners: false },
      { kind: 'dots', points: [...corners, ...middles], accent: false },
      { kind: 'dots', points: [rotationKnob(frame, transform, zoom)], accent: true },
    ],
  }
}

import { LIMBS } from '../../../../electron/contract/poses/body-18.ts'
import type { LayerOf } from '../../../model/document/layer-kinds/layer-schema.ts'
import { moveJoint } from '../../../model/poses/move-joint.ts'
import type { Body } from '../../../model/poses/skeleton.ts'
import type { DrawFigure } from '../display-item.ts'
import type { LayerDisplay } from '../layer-display.ts'

/** In CSS pixels, whatever the zoom. */
const LIMB_WIDTH = 4
const JOINT_RADIUS = 5

/** Limbs in the colours of a wheel, as pose pictures have them, with the points that can be dragged on top. */
export const poseDisplay: LayerDisplay<LayerOf<'pose'>> = {
  item: ({ id, points }, opacity) => ({ kind: 'figure', key: id, draw: drawBody(points), opacity }),
  handles: {
    points: ({ points }) => points.map((point) => (point === null ? null : { x: point[0], y: point[1] })),
    moved: (layer, joint, { x, y }) => ({ ...layer, points: moveJoint(layer.points, joint, [x, y], 'locked') }),
  },
}

function drawBody(body: Body): DrawFigure {
  return (context, zoom) => {
    context.setAttr('lineCap', 'round')
    context.setAttr('lineWidth', LIMB_WIDTH / zoom)
    for (const [index, [from, to]] of LIMBS.entries()) {
      const start = body[from] ?? null
      const end = body[to] ?? null
      if (start === null || end === null) continue
      context.setAttr('strokeStyle', `hsl(${Math.round((360 * index) / LIMBS.length)} 90% 50%)`)
      context.beginPath()
      context.moveTo(start[0], start[1])
      context.lineTo(end[0], end[1])
      context.stroke()
    }
    context.setAttr('fillStyle', '#ffffff')
    context.setAttr('strokeStyle', '#000000')
    context.setAttr('lineWidth', 1 / zoom)
    for (const point of body) {
      if (point === null) continue
      context.beginPath()
      context.arc(point[0], point[1], JOINT_RADIUS / zoom, 0, 2 * Math.PI)
      context.fill()
      context.stroke()
    }
  }
}

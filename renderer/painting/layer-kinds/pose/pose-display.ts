import { LIMBS } from '../../../../electron/contract/poses/body-18.ts'
import type { LayerOf } from '../../../model/document/layer-kinds/layer-schema.ts'
import { moveJoint } from '../../../model/poses/move-joint.ts'
import { seenPerson, type Person } from '../../../model/poses/person.ts'
import { withBody } from '../../../model/poses/pose-body.ts'
import type { Body } from '../../../model/poses/skeleton.ts'
import type { DrawFigure } from '../display-item.ts'
import type { LayerDisplay } from '../layer-display.ts'

/** In CSS pixels, whatever the zoom. */
const LIMB_WIDTH = 4
const JOINT_RADIUS = 5
/** Radius of the points of hands and faces, of which there are many. */
const DETAIL_RADIUS = 1.5

/**
 * Limbs in the colours of a colour wheel, as usual in pictures of poses, with the points that can be dragged on top.
 */
export const poseDisplay: LayerDisplay<LayerOf<'pose'>> = {
  item: ({ id, people }, opacity) => ({ kind: 'figure', key: id, draw: drawPeople(people), opacity }),
  handles: {
    points: ({ people }) =>
      people.flatMap(({ body }) => body.map((point) => (point === null ? null : { x: point[0], y: point[1] }))),
    moved: (layer, index, { x, y }) => {
      const joints = layer.people[0]?.body.length ?? 1
      const moving = Math.floor(index / joints)
      const people = layer.people.map((person, each) =>
        each === moving ? withBody(person, moveJoint(person.body, index % joints, [x, y], 'locked')) : person,
      )
      return { ...layer, people }
    },
  },
}

function drawPeople(people: readonly Person[]): DrawFigure {
  return (context, zoom) => {
    for (const person of people) {
      const { body, leftHand = [], rightHand = [], face = [] } = seenPerson(person)
      drawBody(body)(context, zoom)
      drawDots([...leftHand, ...rightHand, ...face], DETAIL_RADIUS)(context, zoom)
    }
  }
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
    drawDots(body, JOINT_RADIUS)(context, zoom)
  }
}

function drawDots(points: Body, radius: number): DrawFigure {
  return (context, zoom) => {
    context.setAttr('fillStyle', '#ffffff')
    context.setAttr('strokeStyle', '#000000')
    context.setAttr('lineWidth', 1 / zoom)
    for (const point of points) {
      if (point === null) continue
      context.beginPath()
      context.arc(point[0], point[1], radius / zoom, 0, 2 * Math.PI)
      context.fill()
      context.stroke()
    }
  }
}

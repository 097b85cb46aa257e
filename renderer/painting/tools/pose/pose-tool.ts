import { jointOf } from '../../../model/poses/details.ts'
import { hideJoint, isHidden, showJoint } from '../../../model/poses/hide-joint.ts'
import type { PoseSelection } from '../../poses/pose-port.ts'
import type { CanvasPointer } from '../canvas-pointer.ts'
import type { Tool } from '../tool.ts'
import type { ToolContext } from '../tool-context.ts'
import type { ToolState } from '../tool-machine.ts'
import { draggedPerson } from './dragged-person.ts'
import { grabAt, type Grab } from './grab.ts'
import { PoseOptions } from './pose-options.tsx'
import { poseSettings, type PoseSettings } from './pose-settings.ts'

type PoseContext = Pick<ToolContext<PoseSettings>, 'settings' | 'pose' | 'view' | 'notify'>

/** Drags joints, limbs and whole people of a pose layer; a double click hides a joint or shows it again. */
export const poseTool: Tool<'pose', PoseSettings> = {
  id: 'pose',
  title: 'tool.pose',
  icon: 'pose',
  shortcut: 'J',
  group: 'select',
  layerKind: 'pose',
  cursor: 'crosshair',
  altPicks: false,
  paintsClass: false,
  obeysPaintRules: false,
  hint: 'toolHint.pose',
  settings: poseSettings,
  options: PoseOptions,
  start: poseIdle,
}

function poseIdle(context: PoseContext): ToolState {
  const { pose, view } = context
  const idle: ToolState = {
    name: 'idle',
    pointerDown(pointer) {
      const people = pose.people()
      if (people === undefined) {
        context.notify('pose.noLayer')
        return undefined
      }
      const grab = grabAt(people, pose.selected(), pointer.at, view.zoom())
      pose.select(grab === undefined ? undefined : selectionOf(grab))
      if (grab === undefined) return undefined
      if (pose.isLocked()) {
        context.notify('toolProblem.locked')
        return undefined
      }
      if (grab.part === 'joint' && pointer.clicks === 2) {
        toggle(context, grab.person, grab.joint)
        return undefined
      }
      return dragging(context, grab, pointer, idle)
    },
    key(key) {
      if (key === 'Escape') pose.select(undefined)
      return undefined
    },
  }
  return idle
}

function selectionOf(grab: Grab): PoseSelection {
  const { part, person } = grab
  if (part !== 'detail') return { person, joint: part === 'joint' ? grab.joint : undefined }
  return { person, joint: jointOf(grab.detail), detail: { detail: grab.detail, point: grab.point } }
}

function toggle({ pose }: PoseContext, index: number, joint: number): void {
  const people = pose.people() ?? []
  const person = people[index]
  if (person === undefined) return
  const hidden = isHidden(person, joint)
  const changed = hidden ? showJoint(person, joint) : hideJoint(person, joint)
  pose.show(people.map((each, place) => (place === index ? changed : each)))
  pose.keep(hidden ? 'pose.showJoint' : 'pose.hideJoint')
}

function dragging(context: PoseContext, grab: Grab, down: CanvasPointer, idle: ToolState): ToolState {
  const { pose, view, settings } = context
  const people = pose.people() ?? []
  const person = people[grab.person]
  const keep = (): ToolState => {
    pose.keep(grab.part === 'joint' || grab.part === 'detail' ? 'layers.dragPoint' : 'pose.move')
    return idle
  }
  return {
    name: 'dragging',
    pointerMove({ at, shift }) {
      if (person === undefined) return undefined
      const bones = settings().lockBones ? 'locked' : 'free'
      const step = { from: down.at, to: at, shift, bones, zoom: view.zoom() } as const
      const moved = draggedPerson(person, grab, step)
      pose.show(people.map((each, index) => (index === grab.person ? moved : each)))
      return undefined
    },
    pointerUp: keep,
    complete: keep,
    cancel() {
      pose.giveUp()
      return idle
    },
  }
}

import type { ConditionOf } from '../../../electron/contract/condition.ts'
import { poseConditionSchema } from '../../../electron/contract/conditions/pose.ts'
import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import { currentPose } from '../../model/document/current-pose.ts'
import { poseLayerSchema, withBackdrop } from '../../model/document/layer-kinds/pose/pose-layer.ts'
import { seenPerson } from '../../model/poses/person.ts'
import type { ConditionDrawing } from './drawn-condition.ts'

/** The pose that a condition holds; undefined where it holds none or is not known yet. */
export function posedIn(condition: Exemplar['condition']): ConditionOf<'pose'> | undefined {
  const parsed = poseConditionSchema.safeParse(condition)
  return parsed.success ? parsed.data : undefined
}

/** The first person of the current pose layer, because packs paint one person. */
export const poseDrawing: ConditionDrawing<'pose'> = {
  drawnOn: 'pose',
  paintsClasses: false,
  saidBy: (layer) => poseLayerSchema.safeParse(layer).success,
  ofDocument: ({ document }) => {
    const layer = currentPose(document)
    const [person] = layer?.people ?? []
    if (layer === undefined || person === undefined) return undefined
    const points = seenPerson(person).body
    if (points.every((point) => point === null)) return undefined
    const { width, height } = document
    return { condition: { kind: 'pose', width, height, points }, regions: undefined, backdrop: layer.backdrop }
  },
  restored: (document, condition, { backdrop }) => {
    const layer = currentPose(document)
    if (layer === undefined) return document
    const across = document.width / condition.width
    const down = document.height / condition.height
    const body = condition.points.map((point) => (point === null ? null : [point[0] * across, point[1] * down]))
    const [, ...others] = layer.people
    const posed = poseLayerSchema.parse({ ...layer, people: [{ body, hidden: [] }, ...others] })
    const restored = withBackdrop(posed, backdrop)
    return { ...document, layers: { ...document.layers, [layer.id]: restored } }
  },
}

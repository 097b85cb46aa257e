import type { Condition, ConditionOf } from './condition.ts'
import type { Exemplar } from './generation-request.ts'
import type { LabelMap } from './label-map.ts'
import type { RgbImage } from './rgb-image.ts'

type Kind = Condition['kind']

/** How a kind of condition gives each pixel a class. */
interface ClassMapForm<Name extends Kind> {
  readonly read: (condition: ConditionOf<Name>) => LabelMap
  /** @param photo that shows these classes */
  readonly make: (labels: LabelMap, photo: RgbImage) => ConditionOf<Name>
}

/** Undefined for kinds that know no classes. */
const FORMS: { readonly [Name in Kind]: ClassMapForm<Name> | undefined } = {
  labels: { read: ({ labels }) => labels, make: (labels) => ({ kind: 'labels', labels }) },
  masks: { read: ({ labels }) => labels, make: (labels) => ({ kind: 'masks', labels }) },
  edges: { read: ({ parts }) => parts, make: (parts, photo) => ({ kind: 'edges', parts, photo }) },
  lines: undefined,
  pose: undefined,
  channels: undefined,
}

/** The class ids that a condition holds, one per pixel; undefined where it holds none or is not known yet. */
export function classMapOf(condition: Exemplar['condition']): LabelMap | undefined {
  return typeof condition === 'object' ? readForm(condition.kind, condition) : undefined
}

/** A condition of this kind that says only which class each pixel of a photo has; undefined where the kind knows no classes. */
export function conditionOfClasses(kind: Kind, labels: LabelMap, photo: RgbImage): Condition | undefined {
  return FORMS[kind]?.make(labels, photo)
}

function readForm<Name extends Kind>(kind: Name, condition: ConditionOf<Name>): LabelMap | undefined {
  return FORMS[kind]?.read(condition)
}

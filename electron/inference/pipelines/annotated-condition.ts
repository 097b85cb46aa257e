import type { AnnotatorManifest, LabellingManifest } from '../../contract/annotator-manifest.ts'
import type { Condition } from '../../contract/condition.ts'
import type { ConditionKind } from '../../contract/condition-kind.ts'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'

type Derive = (labels: LabelMap, photo: RgbImage) => Condition

/** The kinds of condition that can be made of what each labelling annotator makes. */
const DERIVED: Readonly<Record<LabellingManifest['makes'], Readonly<Partial<Record<ConditionKind, Derive>>>>> = {
  labels: { labels: (labels) => ({ kind: 'labels', labels }) },
  parts: {
    masks: (labels) => ({ kind: 'masks', labels }),
    edges: (labels, photo) => ({ kind: 'edges', parts: labels, photo }),
  },
}

/**
 * Says what a photo shows in the first kind of condition that the pack takes and that the annotator's labels can be
 * made into.
 *
 * @param labels of the photo, in ids of the pack's classes
 * @throws CocanvasError `pack-broken` for a pack whose annotator makes something else
 */
export function annotatedCondition(
  labels: LabelMap,
  photo: RgbImage,
  annotator: AnnotatorManifest,
  pack: Pick<PackManifest, 'id' | 'conditions'>,
): Condition {
  const derived = 'classes' in annotator ? DERIVED[annotator.makes] : {}
  for (const { kind } of pack.conditions) {
    const derive = derived[kind]
    if (derive !== undefined) return derive(labels, photo)
  }
  throw new CocanvasError(
    'pack-broken',
    `The pack ${pack.id} takes ${pack.conditions.map(({ kind }) => kind).join(' or ')}, which its annotator ${annotator.id} does not make; install the pack again.`,
  )
}

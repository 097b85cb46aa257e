import type { LabellingManifest } from '../../contract/annotator-manifest.ts'
import { conditionOfClasses } from '../../contract/class-maps.ts'
import type { ConditionKind } from '../../contract/condition-kind.ts'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { labelPixels } from './label-pixels.ts'
import type { PhotoReader } from './photo-reader.ts'

/** The kinds of condition that can be made of what each labelling annotator makes, the plainest first. */
const KINDS: Readonly<Record<LabellingManifest['makes'], readonly ConditionKind[]>> = {
  labels: ['labels'],
  parts: ['masks', 'edges', 'labels'],
}

/** Gives every pixel a class, as the first kind of condition that the pack takes and that says so. */
export const readClassMap: PhotoReader = async (photo, annotator, pack, { sessions }) => {
  const { manifest, folder } = annotator
  // The table of readers calls this for labelling annotators alone.
  if (!('classes' in manifest)) throw new TypeError(`the annotator ${manifest.id} labels no pixels`)
  const makes = KINDS[manifest.makes]
  const kind = pack === undefined ? makes[0] : pack.conditions.find((wanted) => makes.includes(wanted.kind))?.kind
  if (kind === undefined) throw unfit(manifest.id, pack)
  const condition = conditionOfClasses(kind, await labelPixels(photo, { manifest, folder }, sessions, pack), photo)
  if (condition === undefined) throw unfit(manifest.id, pack)
  return condition
}

function unfit(annotatorId: string, pack: Pick<PackManifest, 'id' | 'conditions'> | undefined): CocanvasError {
  const taken = pack?.conditions.map(({ kind }) => kind).join(' or ') ?? 'nothing'
  return new CocanvasError(
    'pack-broken',
    `The pack ${pack?.id ?? ''} takes ${taken}, which its annotator ${annotatorId} does not make; install the pack again.`,
  )
}

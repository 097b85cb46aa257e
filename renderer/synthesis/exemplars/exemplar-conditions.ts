import type { ConditionKind } from '../../../electron/contract/condition-kind.ts'
import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import { drawnKind } from '../conditions/condition-table.ts'
import type { PhotoLibrary } from './photo-library.ts'

type ReadCondition = (
  library: Pick<PhotoLibrary, 'labels'>,
  id: string,
  manifest: PackManifest,
) => Promise<Exemplar['condition']>

/** Left to the host: what the pack needs to know of a photo, it finds itself, and says so where it cannot. */
const leftToHost: ReadCondition = (_library, _id, { inputs }) =>
  Promise.resolve(Object.values(inputs).includes('exemplar-condition') ? 'annotate' : 'none')

/** How it is known what a photo shows, for each kind of condition. */
const readings: Readonly<Record<ConditionKind, ReadCondition>> = {
  labels: async (library, id, manifest) => ({ kind: 'labels', labels: await library.labels(id, manifest) }),
  masks: leftToHost,
  edges: leftToHost,
  pose: leftToHost,
}

/** What a photo of the library shows, as the pack wants to know it. */
export function exemplarCondition(
  library: Pick<PhotoLibrary, 'labels'>,
  id: string,
  manifest: PackManifest,
): Promise<Exemplar['condition']> {
  const kind = drawnKind(manifest)
  return kind === undefined ? Promise.resolve('none') : readings[kind](library, id, manifest)
}

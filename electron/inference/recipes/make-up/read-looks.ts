import { CocanvasError } from '../../../contract/error-codes.ts'
import { MAKEUP_PARTS, type MakeupPart } from '../../../contract/makeup-parts.ts'
import type { RemoteMakeUpRequest } from '../../../contract/recipes/make-up.ts'
import { bareLayers } from '../../../makeup/layers/bare-layers.ts'
import type { MakeupLayers } from '../../../makeup/layers/makeup-layers.ts'
import { mirroredLayers } from '../../../makeup/layers/mirrored-layers.ts'
import type { Look } from '../../../makeup/transfer/composition.ts'
import type { TargetFace } from '../../../makeup/transfer/target-face.ts'
import type { JobVoice, RecipeHost } from '../recipe-runner.ts'
import type { FaceReader } from './face-reader.ts'
import { bareExemplarNotice, hiddenPartNotices, usableFace } from './make-up-faults.ts'

export type RemoteLook = RemoteMakeUpRequest['looks'][number]
type Source = NonNullable<RemoteLook['parts'][MakeupPart]>['from']

/** The make-up that looks name; `notices` holds a sentence for each thing to know about it. */
export interface WornMakeup {
  readonly of: (from: Exclude<Source, 'bare'>) => MakeupLayers
  readonly notices: readonly string[]
}

/**
 * Reads the make-up of every exemplar and preset.
 * @param progress told the share that is done
 */
export async function readWornMakeup(
  sources: readonly Source[],
  host: RecipeHost,
  reader: FaceReader,
  voice: JobVoice,
  progress: (done: number) => void,
): Promise<WornMakeup> {
  const exemplars = new Set(
    sources.flatMap((from) => (from !== 'bare' && 'exemplarId' in from ? [from.exemplarId] : [])),
  )
  const worn = new Map<string | Uint8Array, MakeupLayers>()
  const notices = new Set<string>()
  for (const id of exemplars) {
    progress(worn.size / exemplars.size)
    const exemplar = host.photo(id)
    const found = await reader.faces(exemplar, () => voice.checkpoint())
    const face = usableFace(found.faces, 'exemplar')
    const layers = await reader.makeup(exemplar, found, face)
    for (const notice of [...bareExemplarNotice(layers), ...hiddenPartNotices(layers.soft, 'exemplar')])
      notices.add(notice)
    worn.set(id, layers)
  }
  for (const from of sources)
    if (from !== 'bare' && 'preset' in from) worn.set(from.preset, await reader.preset(from.preset))
  return {
    notices: [...notices],
    of: (from) => {
      const layers = worn.get('preset' in from ? from.preset : from.exemplarId)
      if (layers === undefined) throw new CocanvasError('internal', 'The make-up of a part was not read; try again.')
      return layers
    },
  }
}

/** A look for one face, ready to be composed. @param only these parts alone */
export function lookOn(
  target: TargetFace,
  { parts, tone, swapSides, shifts }: RemoteLook,
  worn: WornMakeup,
  only: readonly MakeupPart[] = MAKEUP_PARTS,
): Look {
  const layers: Partial<Record<MakeupPart, MakeupLayers>> = {}
  const strengths: Record<MakeupPart, number> = { foundation: 0, blush: 0, shadow: 0, paint: 0, liner: 0, lips: 0 }
  for (const part of only) {
    const choice = parts[part]
    if (choice === undefined || choice.strength === 0) continue
    strengths[part] = choice.strength
    const chosen = choice.from === 'bare' ? bareLayers(target.soft) : worn.of(choice.from)
    layers[part] = swapSides ? mirroredLayers(chosen) : chosen
  }
  const { lips, shadow } = shifts
  return {
    layers,
    strengths,
    tone,
    shifts: { ...(lips === undefined ? {} : { lips }), ...(shadow === undefined ? {} : { shadow }) },
  }
}

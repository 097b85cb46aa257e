import { MAKEUP_PARTS, type MakeupPart } from '../../../contract/makeup-parts.ts'
import type { MakeUpNotice } from '../../../contract/recipes/make-up-notice.ts'
import type { RemoteMakeUpRequest } from '../../../contract/recipes/make-up.ts'
import type { MakeupLayers } from '../../../makeup/layers/makeup-layers.ts'
import type { Look } from '../../../makeup/transfer/composition.ts'
import type { TargetFace } from '../../../makeup/transfer/target-face.ts'
import type { JobVoice, RecipeHost } from '../recipe-runner.ts'
import type { FaceReader } from './face-reader.ts'
import { bareExemplarNotice, hiddenPartNotices, isNotice, Notices } from './make-up-faults.ts'

export type RemoteLook = RemoteMakeUpRequest['looks'][number]
type Source = NonNullable<RemoteLook['parts'][MakeupPart]>['from']

/** The make-up that looks name; undefined for a photo without a usable face, about which there is a notice. */
export interface WornMakeup {
  readonly of: (from: Exclude<Source, 'bare'>) => MakeupLayers | undefined
  /** What taking make-up off this face aims at. */
  readonly bare: (target: TargetFace) => MakeupLayers
  readonly mirrored: (layers: MakeupLayers) => MakeupLayers
  readonly notices: readonly MakeUpNotice[]
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
  const notices = new Notices()
  for (const id of exemplars) {
    progress(worn.size / exemplars.size)
    const layers = await reader.makeup(host.photo(id), () => voice.checkpoint())
    if (isNotice(layers)) {
      notices.add([layers])
      continue
    }
    notices.add([...bareExemplarNotice(layers), ...hiddenPartNotices(layers.soft, 'exemplar')])
    worn.set(id, layers)
  }
  for (const from of sources)
    if (from !== 'bare' && 'preset' in from) worn.set(from.preset, await reader.preset(from.preset))
  return {
    notices: notices.all(),
    of: (from) => worn.get('preset' in from ? from.preset : from.exemplarId),
    bare: (target) => reader.bare(target),
    mirrored: (layers) => reader.mirrored(layers),
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
    const chosen = choice.from === 'bare' ? worn.bare(target) : worn.of(choice.from)
    if (chosen === undefined) continue
    strengths[part] = choice.strength
    layers[part] = swapSides ? worn.mirrored(chosen) : chosen
  }
  const { lips, shadow } = shifts
  return {
    layers,
    strengths,
    tone,
    shifts: { ...(lips === undefined ? {} : { lips }), ...(shadow === undefined ? {} : { shadow }) },
  }
}

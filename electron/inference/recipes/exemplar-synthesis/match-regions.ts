import { CocanvasError } from '../../../contract/error-codes.ts'
import type { RemoteRegions } from '../../../contract/exemplar-regions.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { NamedTensors } from '../../../contract/tensor.ts'
import type { StageFlow } from '../../pipelines/stage-flow.ts'
import { mergeNamed } from './merge-regions.ts'

/**
 * Matches every region's exemplar beside the primary one and lets the flow go on with all their warps as one, whatever
 * tensors the pack's match hands on: the picture is then painted once and has no seams. The match is the stage that
 * makes the preview.
 *
 * @param beside The flow of another exemplar of the same request.
 * @throws CocanvasError `bad-request` for a pack whose match hands on what does not lie over the layout
 */
export async function matchRegions(
  flow: StageFlow,
  { map, exemplarIds }: RemoteRegions,
  { id, outputs }: PackManifest,
  beside: (exemplarId: string) => StageFlow | Promise<StageFlow>,
): Promise<void> {
  const { preview, confidence, picture } = outputs
  const present = new Set(map.data)
  const matches: (NamedTensors | undefined)[] = [await flow.besides(preview)]
  for (const [index, exemplarId] of exemplarIds.entries())
    matches.push(present.has(index + 1) ? await (await beside(exemplarId)).besides(preview) : undefined)
  const names = new Set([...flow.inputsTowards(picture), preview, ...(confidence === undefined ? [] : [confidence])])
  try {
    flow.replace(preview, mergeNamed(matches, map, names))
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new CocanvasError(
      'bad-request',
      `The pack ${id} cannot mix the matches of several photos; use one photo for the whole picture.`,
      { cause },
    )
  }
}

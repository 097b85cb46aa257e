import { resizeNearest } from '../../resampling/nearest.ts'
import type { LabellingManifest } from '../../contract/annotator-manifest.ts'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { classOfId } from '../preprocess/class-of-id.ts'
import { networkPicture } from '../preprocess/network-picture.ts'
import type { GraphFile, SessionPool } from '../session-pool.ts'
import { annotatorLabels } from './annotator-labels.ts'

/**
 * Labels a photo at its own size. With a pack, only what it knows may be chosen, and the ids are its classes' (aliases
 * resolved); without, they are the annotator's.
 * @throws CocanvasError `pack-broken`, `provider-failed`, or `bad-request` when pack and annotator share no class
 */
export async function labelPixels(
  photo: RgbImage,
  annotator: { readonly folder: string; readonly manifest: LabellingManifest },
  sessions: SessionPool,
  pack?: PackManifest,
): Promise<LabelMap> {
  const { manifest, folder } = annotator
  const known = pack === undefined ? undefined : classOfId(pack.classes)
  const ids = manifest.classes.map(({ id }) => (known === undefined ? id : (known.get(id) ?? -1)))
  if (ids.every((id) => id < 0))
    throw new CocanvasError(
      'bad-request',
      `The annotator ${manifest.id} knows none of the classes of ${pack?.id ?? 'the pack'}; give the exemplar's labels yourself.`,
    )
  const [input] = manifest.graph.inputs
  const [output] = manifest.graph.outputs
  const feed = networkPicture(photo, manifest.input)
  const graph: GraphFile = { folder, graph: manifest.graph }
  const results = await sessions.run(graph, new Map([[input?.name ?? '', feed]]))
  // Needed once per photo, and its working memory of 100 MB at no other time; loading it again takes less than a tenth of
  // a second.
  await sessions.release(graph)
  const logits = results.get(output?.name ?? '')
  if (logits === undefined)
    throw new CocanvasError('pack-broken', `The annotator ${manifest.id} gives no answer; reinstall Cocanvas.`)
  return resizeNearest(annotatorLabels(logits, ids), photo)
}

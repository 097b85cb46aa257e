import type { RemoteSynthesisRequest } from '../../../contract/recipes/exemplar-synthesis.ts'
import type { RemotePhotoEditRequest } from '../../../contract/recipes/photo-edit.ts'
import type { RgbImage } from '../../../contract/rgb-image.ts'
import { contentKey } from '../../caching/content-key.ts'
import { pictureImage } from '../../postprocess/picture-image.ts'
import { matchRegions } from '../exemplar-synthesis/match-regions.ts'
import { prepareSynthesis, type PreparedSynthesis } from '../exemplar-synthesis/prepare-synthesis.ts'
import type { JobVoice, RecipeHost } from '../recipe-runner.ts'
import { forbidPlaces } from './forbid-places.ts'
import type { PackSight } from './pack-sight.ts'

/**
 * One place as the pack paints it: the wanted labels in the look of the photo, without anything from what is being replaced.
 * Classes that other photos lend are painted in the look of those.
 */
export async function paintPlace(
  request: RemotePhotoEditRequest,
  { labels, size, original, forbidden }: PackSight,
  host: RecipeHost,
  voice: JobVoice,
): Promise<RgbImage> {
  const { pack, seed, viewId, revision, originalId, borrowed } = request
  const synthesis: RemoteSynthesisRequest = {
    recipe: 'exemplar-synthesis',
    pack,
    condition: { kind: 'labels', labels },
    size,
    seed,
    options: {},
    viewId,
    revision,
    exemplarId: originalId,
  }
  // Only regions that the place shows need a match of their own.
  const lent = borrowed.filter(({ classId }) => labels.data.includes(classId))
  const regions =
    lent.length === 0
      ? undefined
      : {
          map: { ...labels, data: labels.data.map((label) => lent.findIndex(({ classId }) => classId === label) + 1) },
          exemplarIds: lent.map(({ exemplarId }) => exemplarId),
        }
  const prepared = await prepareSynthesis(
    regions === undefined ? synthesis : { ...synthesis, regions },
    { ...hostPorts(host), photo: (id) => (id === originalId ? original : host.photo(id)) },
    voice,
    ({ outputs }) => outputs.picture,
  )
  const { flow, resources, beside } = prepared
  const { manifest } = resources.pack
  await forbidRegion(prepared, forbidden)
  if (regions !== undefined) await matchRegions(flow, regions, manifest, beside)
  return pictureImage(await flow.tensor(manifest.outputs.picture))
}

/** What a host offers as plain functions, so that one of them can be replaced. */
function hostPorts(host: RecipeHost): RecipeHost {
  return {
    now: host.now,
    tensors: host.tensors,
    networks: host.networks,
    photo: (id) => host.photo(id),
    pack: (id) => host.pack(id),
    sessionsFor: (...given) => host.sessionsFor(...given),
    reading: (...given) => host.reading(...given),
    editableParts: (...given) => host.editableParts(...given),
  }
}

/** Lets no match lead into what is being replaced, in packs that look at the photo in a stage of its own. */
async function forbidRegion({ flow, resources }: PreparedSynthesis, forbidden: PackSight['forbidden']): Promise<void> {
  const { stages, inputs } = resources.pack.manifest
  const key = contentKey(forbidden.width, forbidden.height, forbidden.data)
  for (const stage of stages) {
    const roles = stage.inputs.map(({ name }) => inputs[name])
    const [output] = stage.outputs
    if (output === undefined || !roles.includes('exemplar') || roles.includes('condition')) continue
    flow.replace(output.name, forbidPlaces(await flow.besides(output.name), forbidden), key)
  }
}

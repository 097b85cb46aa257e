import type { LabelMap } from '../../../contract/label-map.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { Rectangle } from '../../../contract/photo-patch.ts'
import type { RemoteSynthesisRequest } from '../../../contract/recipes/exemplar-synthesis.ts'
import type { RemotePhotoEditRequest } from '../../../contract/recipes/photo-edit.ts'
import type { RgbImage } from '../../../contract/rgb-image.ts'
import { forbiddenPlaces } from '../../../photo-edit/forbidden-places.ts'
import { wantedLabels } from '../../../photo-edit/edit-window.ts'
import { contentKey } from '../../caching/content-key.ts'
import { pictureImage } from '../../postprocess/picture-image.ts'
import { matchRegions } from '../exemplar-synthesis/match-regions.ts'
import { prepareSynthesis, type PreparedSynthesis } from '../exemplar-synthesis/prepare-synthesis.ts'
import type { JobVoice, RecipeHost } from '../recipe-runner.ts'
import type { EditPlan } from './edit-plan.ts'
import { forbidPlaces } from './forbid-places.ts'

/**
 * One window as the pack paints it: the wanted labels of the window, in the look of the whole photo, without anything from
 * what is being replaced. Classes that another photo lends are painted after that.
 */
export async function paintWindow(
  request: RemotePhotoEditRequest,
  plan: EditPlan,
  window: Rectangle,
  host: RecipeHost,
  voice: JobVoice,
): Promise<{ readonly picture: RgbImage; readonly prepared: PreparedSynthesis }> {
  const labels = cropped(wantedLabels(plan), window, request.photo)
  const { manifest } = await host.pack(request.pack.id)
  const { pack, seed, viewId, revision, originalId, borrowed } = request
  const synthesis: RemoteSynthesisRequest = {
    recipe: 'exemplar-synthesis',
    pack,
    condition: { kind: 'labels', labels },
    size: windowSize(window, manifest.sizes),
    seed,
    options: {},
    viewId,
    revision,
    exemplarId: originalId,
  }
  // Only regions that the window shows need a match of their own.
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
    host,
    voice,
    ({ outputs }) => outputs.picture,
  )
  const { flow, resources, beside } = prepared
  await forbidRegion(prepared, plan)
  if (regions !== undefined) await matchRegions(flow, regions, resources.pack.manifest, beside)
  return { picture: pictureImage(await flow.tensor(manifest.outputs.picture)), prepared }
}

/** Lets no match lead into what is being replaced, in packs that look at the photo in a stage of its own. */
async function forbidRegion(
  { flow, resources }: PreparedSynthesis,
  { before, after, region }: EditPlan,
): Promise<void> {
  const { stages, inputs } = resources.pack.manifest
  const forbidden = { width: region.width, height: region.height, data: forbiddenPlaces(before, after, region) }
  const key = contentKey(region.width, region.height, forbidden.data)
  for (const stage of stages) {
    const roles = stage.inputs.map(({ name }) => inputs[name])
    const [output] = stage.outputs
    if (output === undefined || !roles.includes('exemplar') || roles.includes('condition')) continue
    flow.replace(output.name, forbidPlaces(await flow.besides(output.name), forbidden), key)
  }
}

/** The pack's own area in the window's proportions. */
function windowSize(
  { width, height }: Rectangle,
  { native, multiple, min, max, fixed }: PackManifest['sizes'],
): RemoteSynthesisRequest['size'] {
  if (fixed !== undefined) return fixed
  const scale = Math.sqrt(native ** 2 / (width * height))
  const side = (length: number): number =>
    Math.min(
      Math.max(Math.round((length * scale) / multiple) * multiple, Math.ceil(min / multiple) * multiple),
      Math.floor(max / multiple) * multiple,
    )
  return { width: side(width), height: side(height) }
}

/** The cells of a map that lie under a window of the photo. */
function cropped(
  map: LabelMap,
  window: Rectangle,
  photo: { readonly width: number; readonly height: number },
): LabelMap {
  const left = Math.floor((window.x * map.width) / photo.width)
  const top = Math.floor((window.y * map.height) / photo.height)
  const right = Math.max(
    left + 1,
    Math.min(map.width, Math.ceil(((window.x + window.width) * map.width) / photo.width)),
  )
  const bottom = Math.max(
    top + 1,
    Math.min(map.height, Math.ceil(((window.y + window.height) * map.height) / photo.height)),
  )
  const data = new Uint8Array((right - left) * (bottom - top))
  for (let y = top; y < bottom; y++)
    data.set(map.data.subarray(y * map.width + left, y * map.width + right), (y - top) * (right - left))
  return { width: right - left, height: bottom - top, data }
}

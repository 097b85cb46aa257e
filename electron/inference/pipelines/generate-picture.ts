import type { GenerationSettings } from '../../contract/generation-request.ts'
import type { PictureResult, WarpPreview } from '../../contract/generation-result.ts'
import { pictureImage } from '../postprocess/picture-image.ts'
import { scalarMapOf } from '../postprocess/scalar-map-of.ts'
import type { FlowResources, StageFlow } from './stage-flow.ts'

/**
 * Runs a pack up to the picture and tells the warp as soon as it exists.
 * @throws CocanvasError, or JobCancelled between stages
 */
export async function generatePicture(
  flow: StageFlow,
  { pack, sessions }: FlowResources,
  { viewId, revision }: Pick<GenerationSettings, 'viewId' | 'revision'>,
  showWarp: (preview: WarpPreview) => void,
): Promise<PictureResult> {
  const warp = pictureImage(await flow.tensor('warp'))
  const confidence = await flow.optionalTensor('confidence')
  showWarp({
    viewId,
    revision,
    image: warp,
    ...(confidence === undefined ? {} : { confidence: scalarMapOf(confidence) }),
  })
  const image = pictureImage(await flow.tensor('picture'))
  const { version: packVersion } = pack.manifest
  return { viewId, revision, image, packVersion, provider: sessions.provider, timings: flow.timings }
}

import { CocanvasError } from '../../../../contract/error-codes.ts'
import { layBentFace } from '../../../../faces/bent-face/lay-bent-face.ts'
import { contentKey } from '../../../caching/content-key.ts'
import type { StageFlow } from '../../../pipelines/stage-flow.ts'
import type { BentFace } from './bent-face.ts'

/**
 * Lets a flow go on with a warp on which the bent face of the exemplar lies wherever it shows what the layout asks for.
 *
 * @param preview the tensor that is the warp, float32 [1,3,H,W], −1..1
 * @throws as `StageFlow.tensor`; CocanvasError `pack-broken` for a warp of another form
 */
export async function layOnWarp(flow: StageFlow, preview: string, face: BentFace): Promise<void> {
  const matched = await flow.besides(preview)
  const warp = await flow.tensor(preview)
  const [, channels, height = 0, width = 0] = warp.shape
  if (warp.dtype !== 'float32' || channels !== 3 || width * height * 2 !== face.places.length)
    throw new CocanvasError('pack-broken', 'The pack makes warps of an unknown shape; install the pack again.')
  const data = layBentFace(warp.data, { width, height }, face.photo, face.places, face.shares)
  // The bend follows from the layout and the exemplar, which the stage's own key holds.
  flow.replace(preview, new Map([...matched, [preview, { ...warp, data }]]), contentKey('bent-face'))
}

import type { RgbImage } from '../../../contract/rgb-image.ts'
import type { RemoteSynthesisRequest } from '../../../contract/recipes/exemplar-synthesis.ts'
import type { JobVoice, RecipeHost } from '../recipe-runner.ts'
import { layOnBackdrop } from './backdrop/lay-on-backdrop.ts'
import { carryFace } from './carried-face/carry-face.ts'
import type { PaintedFigure } from './figure/painted-figure.ts'
import type { PreparedSynthesis } from './prepare-synthesis.ts'

/**
 * What is done to the picture of one figure after it was painted: the exemplar's own face where that fits, and the background
 * that was asked for.
 *
 * @param figure at the pack's size
 * @param picture at the size asked for
 */
export async function finishFigure(
  figure: PaintedFigure,
  picture: RgbImage,
  request: RemoteSynthesisRequest,
  prepared: PreparedSynthesis,
  host: RecipeHost,
  voice: Pick<JobVoice, 'checkpoint'>,
): Promise<RgbImage> {
  const { backdrop } = request.options
  const before =
    backdrop === undefined ? picture : await layOnBackdrop(figure, picture, backdrop, request, prepared, host, voice)
  // Last: in a close-up, parts of a face may be taken for background.
  return carryFace(before, request, prepared, host, voice)
}

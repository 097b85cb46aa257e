import { scalePose } from '../../../../conditions/pose/scale-pose.ts'
import type { Backdrop } from '../../../../contract/generation-request.ts'
import type { RgbImage } from '../../../../contract/rgb-image.ts'
import type { RemoteSynthesisRequest } from '../../../../contract/recipes/exemplar-synthesis.ts'
import { figureMask } from '../../../../people/backdrop/figure-mask.ts'
import { layOver, plainPicture } from '../../../../people/backdrop/lay-over.ts'
import type { JobVoice, RecipeHost } from '../../recipe-runner.ts'
import type { PreparedSynthesis } from '../prepare-synthesis.ts'
import type { PaintedFigure } from '../figure/painted-figure.ts'
import { figureShare } from '../figure/figure-share.ts'
import { resizeScalarMap } from '../figure/resize-scalar-map.ts'
import { emptiedPhoto, personCentre } from './emptied-photo.ts'

/**
 * The painted figure on another background: the exemplar's own, from which its person is removed, or one colour.
 *
 * @param figure at the pack's size
 * @param picture at the size asked for
 */
export async function layOnBackdrop(
  figure: Pick<PaintedFigure, 'logits'>,
  picture: RgbImage,
  backdrop: Backdrop,
  { condition, size }: RemoteSynthesisRequest,
  prepared: PreparedSynthesis,
  host: Pick<RecipeHost, 'networks' | 'tensors' | 'now'>,
  { checkpoint }: Pick<JobVoice, 'checkpoint'>,
): Promise<RgbImage> {
  const annotator = prepared.resources.pack.manifest.figureAnnotator
  // Requests for packs without it are refused before (checkRequest); their conditions have figures.
  if (annotator === undefined || condition.kind !== 'pose') return picture
  const { stored, reading, bentOf } = prepared
  const start = host.now()
  await checkpoint()
  const bent = await bentOf(stored)?.at(size)
  // An unusual pose may not be taken for a person; where the exemplar was bent into it, it is known where they stand.
  const seen =
    bent === undefined
      ? figureMask(figureShare(await figure.logits(), size), scalePose(condition, size))
      : { ...size, data: bent.coverage }
  const mask = resizeScalarMap(seen, picture)
  await checkpoint()
  const shown = (await reading?.read())?.condition ?? stored.exemplar.condition
  const behind =
    backdrop.kind === 'plain'
      ? plainPicture(picture, backdrop.colour)
      : await emptiedPhoto(stored, personCentre(shown), annotator, picture, host)
  const made = layOver(picture, mask, behind)
  prepared.flow.timings.push({ stage: 'background', milliseconds: host.now() - start, cached: false })
  return made
}

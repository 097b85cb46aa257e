import { scalePose } from '../../../../conditions/pose/scale-pose.ts'
import type { ConditionOf } from '../../../../contract/condition.ts'
import type { Backdrop } from '../../../../contract/generation-request.ts'
import type { RgbImage } from '../../../../contract/rgb-image.ts'
import type { RemoteSynthesisRequest } from '../../../../contract/recipes/exemplar-synthesis.ts'
import { figureMask } from '../../../../people/backdrop/figure-mask.ts'
import { layOver, plainPicture } from '../../../../people/backdrop/lay-over.ts'
import { mirrorFill } from '../../../../people/backdrop/mirror-fill.ts'
import { contentKey } from '../../../caching/content-key.ts'
import { pictureImage } from '../../../postprocess/picture-image.ts'
import { planarTensor } from '../../../preprocess/image-tensor.ts'
import type { JobVoice, RecipeHost } from '../../recipe-runner.ts'
import type { PreparedSynthesis } from '../prepare-synthesis.ts'
import { covering, type Centre } from './cover-place.ts'
import { figureLogits, type FigureLogits } from '../figure/figure-logits.ts'
import { figureShare } from '../figure/figure-share.ts'
import { resizeScalarMap } from '../figure/resize-scalar-map.ts'

/** From this share on a pixel of the exemplar is its person's, who must not be seen behind the painted one. */
const PERSON = 0.25
/** Around the person so much more is filled, as a share of the picture's height: hair and shadows. */
const MARGIN = 0.02

/**
 * The painted figure on another background: the exemplar's own, from which its person is removed, or one colour.
 *
 * @param figure what the annotator says of the picture at the pack's size
 * @param picture at the size asked for
 */
export async function layOnBackdrop(
  figure: FigureLogits,
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
  const start = host.now()
  await checkpoint()
  const mask = resizeScalarMap(figureMask(figureShare(figure, size), scalePose(condition, size)), picture)
  await checkpoint()
  const behind =
    backdrop.kind === 'plain'
      ? plainPicture(picture, backdrop.colour)
      : await emptied(picture, annotator, prepared, host)
  const made = layOver(picture, mask, behind)
  prepared.flow.timings.push({ stage: 'background', milliseconds: host.now() - start, cached: false })
  return made
}

/** The exemplar as it covers a picture, without its person; kept, since it stays the same from stroke to stroke. */
async function emptied(
  { width, height }: RgbImage,
  annotator: string,
  { stored, reading }: PreparedSynthesis,
  { networks, tensors }: Pick<RecipeHost, 'networks' | 'tensors'>,
): Promise<RgbImage> {
  const { exemplar, imageKey } = stored
  const centre = middleOf((await reading?.read())?.condition ?? exemplar.condition)
  const key = contentKey('backdrop', imageKey, annotator, width, height, centre.x, centre.y)
  const known = tensors.get(key)?.get('backdrop')
  if (known !== undefined) return pictureImage(known)
  const view = covering(exemplar.image, { width, height }, centre)
  const share = figureShare(await figureLogits(view, annotator, networks), view)
  const made = mirrorFill(view, marked(share.data, width, height))
  tensors.set(key, new Map([['backdrop', planarTensor(made)]]))
  return made
}

/** Where the person stands, in shares of the photo; its middle where that is not known. */
function middleOf(condition: ConditionOf<'pose'> | { readonly kind: string } | string): Centre {
  if (typeof condition === 'string' || !('points' in condition)) return { x: 0.5, y: 0.5 }
  const { points, width, height } = condition
  const seen = points.flatMap((point) => (point === null ? [] : [point]))
  if (seen.length === 0) return { x: 0.5, y: 0.5 }
  const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2
  return { x: middle(seen.map(([x]) => x)) / width, y: middle(seen.map(([, y]) => y)) / height }
}

/** 1 where the person is, or within the margin of it: a square that is laid around every pixel of theirs, side by side. */
function marked(share: Float32Array, width: number, height: number): Uint8Array {
  const margin = Math.max(1, Math.round(MARGIN * height))
  const across = new Uint8Array(share.length)
  for (let pixel = 0; pixel < share.length; pixel++) {
    if ((share[pixel] ?? 0) < PERSON) continue
    const row = pixel - (pixel % width)
    across.fill(1, Math.max(row, pixel - margin), Math.min(row + width, pixel + margin + 1))
  }
  const around = new Uint8Array(share.length)
  for (let pixel = 0; pixel < share.length; pixel++) {
    if (across[pixel] === 0) continue
    for (let at = pixel - margin * width; at <= pixel + margin * width; at += width)
      if (at >= 0 && at < around.length) around[at] = 1
  }
  return around
}

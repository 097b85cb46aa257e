import type { ConditionOf } from '../../../../contract/condition.ts'
import type { ImageSize } from '../../../../contract/image-size.ts'
import type { RgbImage } from '../../../../contract/rgb-image.ts'
import { mirrorFill } from '../../../../people/backdrop/mirror-fill.ts'
import { contentKey } from '../../../caching/content-key.ts'
import type { StoredExemplar } from '../../../caching/exemplar-store.ts'
import type { RecipeHost } from '../../recipe-runner.ts'
import { figureLogits } from '../figure/figure-logits.ts'
import { figureShare } from '../figure/figure-share.ts'
import { covering, type Centre } from './cover-place.ts'

/** From this share on a pixel of the exemplar is its person's, who must not be seen behind the painted one. */
const PERSON = 0.25
/** Around the person so much more is filled, as a share of the picture's height: hair and shadows. */
const MARGIN = 0.02

/** Each photo as it was emptied last: that stays the same over many strokes. */
const emptied = new WeakMap<RgbImage, { readonly key: string; readonly image: RgbImage }>()

/**
 * A photo as it covers a picture, without its person.
 *
 * @param centre where the person stands
 */
export async function emptiedPhoto(
  { exemplar, imageKey }: StoredExemplar,
  centre: Centre,
  annotator: string,
  { width, height }: ImageSize,
  { networks }: Pick<RecipeHost, 'networks'>,
): Promise<RgbImage> {
  const key = contentKey('backdrop', imageKey, annotator, width, height, centre.x, centre.y)
  const known = emptied.get(exemplar.image)
  if (known?.key === key) return known.image
  const view = covering(exemplar.image, { width, height }, centre)
  const share = figureShare(await figureLogits(view, annotator, networks), view)
  const made = mirrorFill(view, marked(share.data, width, height))
  emptied.set(exemplar.image, { key, image: made })
  return made
}

/** Where the person stands, in shares of the photo; its middle where that is not known. */
export function personCentre(condition: ConditionOf<'pose'> | { readonly kind: string } | string): Centre {
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

import { CocanvasError } from '../../contract/error-codes.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import type { TensorValue } from '../../contract/tensor.ts'

/**
 * Most likely class of every pixel from logits float32 [1,H,W,C].
 * @param idOfLogit class id that logit c stands for, or −1 where it may not be chosen; length C
 * @throws CocanvasError `pack-broken` when the logits have another shape
 */
export function annotatorLabels(logits: TensorValue, idOfLogit: readonly number[]): LabelMap {
  const [batch, height, width, channels] = logits.shape
  const fits = batch === 1 && height !== undefined && width !== undefined && channels === idOfLogit.length
  if (logits.dtype !== 'float32' || !fits)
    throw new CocanvasError('pack-broken', 'The annotator answers in an unknown shape; reinstall Cocanvas.')
  const allowed = idOfLogit.flatMap((id, logit) => (id < 0 ? [] : [logit]))
  const values = logits.data
  const data = new Uint8Array(width * height)
  for (let pixel = 0, at = 0; pixel < data.length; pixel++, at += channels) {
    let best = -Infinity
    let winner = 0
    for (const logit of allowed) {
      const value = values[at + logit] ?? best
      if (value > best) {
        best = value
        winner = logit
      }
    }
    data[pixel] = idOfLogit[winner] ?? 0
  }
  return { width, height, data }
}

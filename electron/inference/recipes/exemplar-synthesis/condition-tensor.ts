import { contentOf } from '../../../conditions/condition-table.ts'
import { encodeCondition } from '../../../conditions/condition-encoder.ts'
import type { Condition } from '../../../contract/condition.ts'
import type { ImageSize } from '../../../contract/image-size.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import { contentKey } from '../../caching/content-key.ts'
import type { TensorValue } from '../../../contract/tensor.ts'

/**
 * A condition as the pack's graphs take it: int32 [1,H,W] channel numbers or float32 [1,C,H,W].
 * @throws CocanvasError `bad-request` (unknown ids, another kind of condition, a wrong size)
 */
export function conditionTensor(condition: Condition, manifest: PackManifest, size: ImageSize): TensorValue {
  const encoded = encodeCondition(condition, manifest, size)
  return encoded.kind === 'index'
    ? { dtype: 'int32', shape: [1, encoded.height, encoded.width], data: encoded.data }
    : { dtype: 'float32', shape: [1, encoded.channels, encoded.height, encoded.width], data: encoded.data }
}

/** Digests by condition: an exemplar's labels stay the same object over many strokes, and a photo's worth of them takes long. */
const digests = new WeakMap<Condition, string>()

/** Key of a condition's content at a size; equal keys give equal tensors for one pack. */
export function conditionKey(condition: Condition, size: ImageSize): string {
  const digest = digests.get(condition) ?? contentKey(...contentOf(condition))
  digests.set(condition, digest)
  return contentKey(digest, size.width, size.height)
}

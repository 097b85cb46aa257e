import { CocanvasError } from '../../contract/error-codes.ts'
import type { ScalarMap } from '../../contract/scalar-map.ts'
import type { TensorValue } from '../../contract/tensor.ts'

/** float32 [1,1,h,w] to a scalar map that shares its data. @throws CocanvasError `pack-broken` on another shape */
export function scalarMapOf(tensor: TensorValue): ScalarMap {
  const [batch, channels, height, width] = tensor.shape
  if (tensor.dtype !== 'float32' || batch !== 1 || channels !== 1 || height === undefined || width === undefined)
    throw new CocanvasError('pack-broken', 'The pack makes maps of an unknown shape; install the pack again.')
  return { width, height, data: tensor.data }
}

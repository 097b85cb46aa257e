import { createHash } from 'node:crypto'

import { CocanvasError } from '../../contract/error-codes.ts'
import type { Precision } from '../graphs/graph-builder.ts'
import type { GraphTensor, GraphTensors } from './graph-runner.ts'

/** Mean absolute differences from the dense graph that still count as the same network, pictures in −1..1. */
const TOLERANCES: Readonly<Record<Precision, { readonly warp: number; readonly picture: number }>> = {
  fp32: { warp: 1e-3, picture: 1e-3 },
  fp16: { warp: 2e-2, picture: 2e-2 },
  int8: { warp: 5e-2, picture: 5e-2 },
}

/** What the self-test found. */
export interface SelfTestResult {
  /** SHA-256 of warp and picture as float32 bytes: the same machine gives it again. */
  readonly digest: string
  readonly warpMeanDifference: number
  readonly pictureMeanDifference: number
}

/**
 * Compares the stages' results with the dense graph's: finite, in range, the same pictures.
 * @throws CocanvasError `bad-request` where weights give no picture, `internal` where the stages differ from the network
 */
export function judgeSelfTest(staged: GraphTensors, dense: GraphTensors, precision: Precision): SelfTestResult {
  const [warp, picture] = [floats(staged, 'warp'), floats(staged, 'picture')]
  for (const [name, values] of [
    ['warp', warp],
    ['picture', picture],
  ] as const) {
    if (!values.every((value) => Math.abs(value) <= 1 + 1e-4))
      throw new CocanvasError(
        'bad-request',
        `The converted network gives a ${name} with values outside -1..1, so the checkpoint's weights are damaged; download it again.`,
      )
  }
  const warpMeanDifference = meanDifference(warp, floats(dense, 'warp'))
  const pictureMeanDifference = meanDifference(picture, floats(dense, 'picture'))
  const { warp: warpTolerance, picture: pictureTolerance } = TOLERANCES[precision]
  if (warpMeanDifference > warpTolerance || pictureMeanDifference > pictureTolerance)
    throw new CocanvasError(
      'internal',
      `The converted graphs differ from the network by ${pictureMeanDifference.toExponential(1)}, so no pack was written; ${
        precision === 'int8' ? 'import it with --precision fp16.' : "please report it with the checkpoint's name."
      }`,
    )
  const digest = createHash('sha256').update(bytesOf(warp)).update(bytesOf(picture)).digest('hex')
  return { digest, warpMeanDifference, pictureMeanDifference }
}

function floats(tensors: GraphTensors, name: string): Float32Array {
  const tensor: GraphTensor | undefined = tensors.get(name)
  if (tensor?.dtype !== 'float32') throw new RangeError(`the graphs gave no ${name}`)
  return tensor.data
}

function meanDifference(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? Infinity)), 0) / one.length
}

function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}

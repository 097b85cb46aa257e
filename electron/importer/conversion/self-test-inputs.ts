import type { OfficialVariant } from '../architecture/official-variant.ts'
import { conditionEncoding } from '../graphs/conditions/condition-input.ts'
import { PICTURE_SIDE } from '../graphs/conditions/modulating-map.ts'
import { GRID_SIDE } from '../graphs/layers/matching-grid.ts'
import type { GraphTensor, GraphTensors } from './graph-runner.ts'
import { hashedNormal, layoutLabels, smoothPicture } from './seeded-values.ts'

const EXEMPLAR_SEED = 1
const CONDITION_SEED = 2
const EXEMPLAR_CONDITION_SEED = 3
const NOISE_SEED = 20200613

/** Fixed sources of every name that the graphs of a variant may ask for. */
export function selfTestInputs({ task }: OfficialVariant): GraphTensors {
  const { conditionChannels: channels } = task
  const noise = hashedNormal(channels * GRID_SIDE * GRID_SIDE, NOISE_SEED)
  return new Map<string, GraphTensor>([
    ['exemplar', picture(smoothPicture(EXEMPLAR_SEED, 3, PICTURE_SIDE), 3)],
    ['condition', condition(CONDITION_SEED, channels, conditionEncoding(task))],
    ['exemplar_condition', condition(EXEMPLAR_CONDITION_SEED, channels, conditionEncoding(task))],
    ['noise', { dtype: 'float32', shape: [1, channels, GRID_SIDE, GRID_SIDE], data: noise }],
    ['query', { dtype: 'int64', shape: [1], data: BigInt64Array.of(100n) }],
  ])
}

function condition(seed: number, channels: number, encoding: 'index' | 'one-hot' | 'dense'): GraphTensor {
  if (encoding === 'dense') {
    const waves = smoothPicture(seed, channels, PICTURE_SIDE)
    return picture(
      waves.map((value) => (value + 1) / 2),
      channels,
    )
  }
  const labels = layoutLabels(seed, channels, PICTURE_SIDE)
  if (encoding === 'index') return { dtype: 'int32', shape: [1, PICTURE_SIDE, PICTURE_SIDE], data: labels }
  const oneHot = new Float32Array(channels * labels.length)
  for (const [place, label] of labels.entries()) oneHot[label * labels.length + place] = 1
  return picture(oneHot, channels)
}

function picture(data: Float32Array, channels: number): GraphTensor {
  return { dtype: 'float32', shape: [1, channels, PICTURE_SIDE, PICTURE_SIDE], data }
}

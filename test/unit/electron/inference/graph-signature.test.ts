import { expect, it } from 'vitest'
import type { TensorDescription } from '../../../../electron/contract/pack-stage.ts'
import { signatureFaults } from '../../../../electron/inference/graph-signature.ts'

const condition: TensorDescription = { name: 'condition', dtype: 'int32', shape: [1, 'H', 'W'] }
const outputs: TensorDescription[] = [{ name: 'warp', dtype: 'float32', shape: [1, 3, 'H', 'W'] }]
const stated = { inputs: [condition], outputs }

it('accepts free dimensions under other names', () => {
  const found: TensorDescription = { ...condition, shape: [1, 'rows', 'columns'] }
  expect(signatureFaults(stated, { inputs: [found], outputs })).toEqual([])
})

// Each of these would otherwise surface as a native error in the middle of a painting session.
it.each<[string, TensorDescription, RegExp]>([
  ['another type', { name: 'condition', dtype: 'float32', shape: [1, 'H', 'W'] }, /is float32 \[1,H,W\] where/],
  ['another rank', { name: 'condition', dtype: 'int32', shape: ['H', 'W'] }, /is int32 \[H,W\] where/],
  ['another fixed side', { name: 'condition', dtype: 'int32', shape: [2, 'H', 'W'] }, /is int32 \[2,H,W\] where/],
  ['another name', { name: 'labels', dtype: 'int32', shape: [1, 'H', 'W'] }, /condition is missing/],
])('names an input of %s', (_, input, sentence) => {
  expect(signatureFaults(stated, { inputs: [input], outputs })[0]).toMatch(sentence)
})

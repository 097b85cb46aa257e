import { expect, it } from 'vitest'
import { signatureFaults } from '../../../../electron/inference/graph-signature.ts'

const stated = {
  inputs: [{ name: 'condition', dtype: 'int32', shape: [1, 'H', 'W'] }],
  outputs: [{ name: 'warp', dtype: 'float32', shape: [1, 3, 'H', 'W'] }],
} as const

it('accepts free dimensions under other names', () => {
  const found = { ...stated, inputs: [{ name: 'condition', dtype: 'int32', shape: [1, 'rows', 'columns'] }] } as const
  expect(signatureFaults({ ...stated, inputs: [...stated.inputs] }, found)).toEqual([])
})

// Each of these would otherwise surface as a native error in the middle of a painting session.
it.each([
  ['another type', { name: 'condition', dtype: 'float32', shape: [1, 'H', 'W'] }, /is float32 \[1,H,W\] where/],
  ['another rank', { name: 'condition', dtype: 'int32', shape: ['H', 'W'] }, /is int32 \[H,W\] where/],
  ['another fixed side', { name: 'condition', dtype: 'int32', shape: [2, 'H', 'W'] }, /is int32 \[2,H,W\] where/],
  ['another name', { name: 'labels', dtype: 'int32', shape: [1, 'H', 'W'] }, /condition is missing/],
] as const)('names an input of %s', (_, input, sentence) => {
  expect(signatureFaults(stated, { ...stated, inputs: [input] })[0]).toMatch(sentence)
})

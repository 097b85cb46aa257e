import { describe, expect, it } from 'vitest'
import { annotatorLabels } from '../../../../../electron/inference/reading/annotator-labels.ts'

const logits = {
  dtype: 'float32',
  shape: [1, 1, 2, 3],
  data: Float32Array.of(1, 5, 3, -9, -8, -7),
} as const

describe('annotatorLabels', () => {
  it('takes the most likely class of each pixel', () => {
    expect([...annotatorLabels(logits, [0, 10, 20]).data]).toEqual([10, 20])
  })

  // Without the restriction the exemplar would carry ids that the pack refuses.
  it('never chooses a class that is not allowed, however likely', () => {
    expect([...annotatorLabels(logits, [0, -1, -1]).data]).toEqual([0, 0])
  })

  it('refuses logits with another number of classes', () => {
    expect(() => annotatorLabels(logits, [0, 1])).toThrow(/unknown shape/)
  })
})

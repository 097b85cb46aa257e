import { describe, expect, it } from 'vitest'

import type { TensorDescription } from '../../../../electron/contract/pack-stage.ts'
import { graphDrift } from '../../../../scripts/packs/graph-drift.ts'

const warp: TensorDescription = { name: 'warp', dtype: 'float32', shape: [1, 3, 'H', 'W'] }
const query: TensorDescription = { name: 'query', dtype: 'int64', shape: [1] }
const stage = { file: 'match.onnx', inputs: [query], outputs: [warp] }

// A graph exported again without its manifest would fail in the user's hands, in the middle of a picture.
describe('graphDrift', () => {
  it('finds nothing where both agree', () => {
    expect(graphDrift(stage, { inputs: [query], outputs: [warp] })).toEqual([])
  })

  it('names a tensor that was renamed, on both sides', () => {
    expect(graphDrift(stage, { inputs: [query], outputs: [{ ...warp, name: 'warped' }] })).toEqual([
      'match.onnx output warp is missing in the graph and float32 [1, 3, H, W] in the manifest',
      'match.onnx output warped is float32 [1, 3, H, W] in the graph and missing in the manifest',
    ])
  })

  it('sees another type and another shape', () => {
    expect(
      graphDrift(stage, { inputs: [{ ...query, dtype: 'int32' }], outputs: [{ ...warp, shape: [1, 3, 'H'] }] }),
    ).toHaveLength(2)
  })
})

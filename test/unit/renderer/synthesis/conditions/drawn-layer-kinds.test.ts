import { expect, it } from 'vitest'
import type { PackCondition } from '../../../../../electron/contract/recipes/models/synthesis-manifest.ts'
import { drawnLayerKinds } from '../../../../../renderer/synthesis/conditions/condition-table.ts'

const takes = (...kinds: PackCondition['kind'][]): { conditions: PackCondition[] } => ({
  conditions: kinds.map((kind) => ({ kind, encoding: 'dense', channels: 15 })),
})

// Bug it would catch: a pack of edges whose users find no pen, or one of landscapes with a library of poses.
it('a pack brings the tools for the layers on which its conditions are drawn', () => {
  expect(drawnLayerKinds(takes('labels'))).toEqual(['label'])
  expect(drawnLayerKinds(takes('masks', 'edges'))).toEqual(['label', 'lines'])
  expect(drawnLayerKinds(takes('pose'))).toEqual(['pose'])
})

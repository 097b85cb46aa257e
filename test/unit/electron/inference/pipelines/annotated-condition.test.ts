import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { storedAnnotatorManifestSchema } from '../../../../../electron/contract/annotator-manifest.ts'
import type { ConditionKind } from '../../../../../electron/contract/condition-kind.ts'
import { annotatedCondition } from '../../../../../electron/inference/pipelines/annotated-condition.ts'

const annotator = (id: string) =>
  storedAnnotatorManifestSchema.parse(
    JSON.parse(readFileSync(new URL(`../../../../../models/annotators/${id}/manifest.json`, import.meta.url), 'utf8')),
  )
const labels = { width: 1, height: 1, data: Uint8Array.of(3) }
const photo = { width: 1, height: 1, data: new Uint8Array(3) }
const packOf = (...kinds: ConditionKind[]) => ({
  id: 'test',
  conditions: kinds.map((kind) => ({ kind, encoding: 'dense' as const, channels: 1 })),
})

// Would catch: a face pack whose exemplars are given as a scene's labels, which it refuses.
describe('annotatedCondition', () => {
  it('makes what the pack takes of what the annotator makes, the pack’s first choice first', () => {
    const scene = annotator('ade20k31')
    const parser = annotator('face-parts')
    expect(annotatedCondition(labels, photo, scene, packOf('labels'))).toEqual({ kind: 'labels', labels })
    expect(annotatedCondition(labels, photo, parser, packOf('masks', 'edges'))).toEqual({ kind: 'masks', labels })
    expect(annotatedCondition(labels, photo, parser, packOf('edges', 'masks'))).toEqual({
      kind: 'edges',
      parts: labels,
      photo,
    })
  })

  it('says so when the two do not fit', () => {
    expect(() => annotatedCondition(labels, photo, annotator('ade20k31'), packOf('masks'))).toThrow(
      'takes masks, which its annotator ade20k31 does not make',
    )
    expect(() => annotatedCondition(labels, photo, annotator('face-mesh'), packOf('labels'))).toThrow('face-mesh')
  })
})

import { describe, expect, it } from 'vitest'
import { applyChange } from '../../../../../electron/services/journal/apply-change.ts'
import { sampleLabels, sampleProject } from '../project/sample-project.ts'

describe('a finished step laid over a document', () => {
  it('replaces what it names and keeps the rest', () => {
    const before = sampleProject()
    const picture = { id: 'exemplar-1', mediaType: 'image/png' as const, bytes: Uint8Array.of(9) }
    const added = { id: 'new', labels: sampleLabels(8, 8) }
    const after = applyChange(before, { document: { title: 'Hill' }, labelLayers: [added], pictures: [picture] })
    expect(after.document).toEqual({ title: 'Hill' })
    expect(after.labelLayers.map(({ id }) => id)).toEqual(['ground', 'clouds', 'new'])
    expect(after.labelLayers[0]).toBe(before.labelLayers[0])
    expect(after.pictures).toEqual([picture])
    expect(after.thumbnail).toBe(before.thumbnail)
  })

  it('lays patches on layers that the same step has brought', () => {
    const fresh = { id: 'new', labels: { width: 4, height: 2, data: new Uint8Array(8) } }
    const patch = { layerId: 'new', x: 1, y: 0, width: 2, height: 2, data: Uint8Array.of(1, 2, 3, 4) }
    const after = applyChange(sampleProject(), { labelLayers: [fresh], patches: [patch] })
    expect([...(after.labelLayers[2]?.labels.data ?? [])]).toEqual([0, 1, 2, 0, 0, 3, 4, 0])
    // Bug it would catch: a recovery that changes the array it was given, which may be shown on the screen.
    expect([...fresh.labels.data]).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  })

  it('leaves out patches that fit no layer, since a journal must be read however it ends', () => {
    const before = sampleProject()
    const patches = [
      { layerId: 'unknown', x: 0, y: 0, width: 1, height: 1, data: Uint8Array.of(1) },
      { layerId: 'ground', x: 95, y: 0, width: 2, height: 1, data: Uint8Array.of(1, 1) },
    ]
    expect(applyChange(before, { patches }).labelLayers).toEqual(before.labelLayers)
  })
})

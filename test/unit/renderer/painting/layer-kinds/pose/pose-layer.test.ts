import { describe, expect, it } from 'vitest'

import { documentJson, readProject } from '../../../../../../renderer/files/project/project-content.ts'
import { handlePointsOf } from '../../../../../../renderer/painting/layer-kinds/layer-display-table.ts'
import { documentConditions } from '../../../../../../renderer/synthesis/conditions/condition-port.ts'
import { restoredDocument } from '../../../../../../renderer/synthesis/conditions/condition-table.ts'
import type { PackManifest } from '../../../../../../electron/contract/pack-manifest.ts'
import type { DocumentStructure } from '../../../../../../renderer/model/document/document-structure.ts'
import type { Point } from '../../../../../../renderer/model/raster/geometry.ts'
import { TestEditor } from '../../../test-editor.ts'

const NECK = 1
const LEFT_WRIST = 7

function posed(): { user: TestEditor; id: string; document: () => DocumentStructure; point: (index: number) => Point } {
  const user = new TestEditor()
  const id = user.editor.layers.add('pose', 'Pose')
  user.tool('move')
  const document = (): DocumentStructure => user.store.getState().document
  const point = (index: number): Point => {
    const layer = document().layers[id]
    const found = layer === undefined ? undefined : handlePointsOf(layer)?.[index]
    if (found === undefined || found === null) throw new Error(`The layer has no point ${index}.`)
    return found
  }
  return { user, id, document, point }
}

const pack = (kind: 'pose' | 'labels'): PackManifest =>
  ({ conditions: [{ kind, encoding: 'dense', channels: 18 }] }) as unknown as PackManifest

describe('a pose layer', () => {
  it('has 18 points; one that is dragged moves, as one step that can be undone', () => {
    const { user, point } = posed()
    const { x, y } = point(LEFT_WRIST)
    user.drag([x, y], [x - 20, y - 30])
    expect(point(LEFT_WRIST).y).toBeCloseTo(y - 30, 0)
    user.editor.undo()
    expect(point(LEFT_WRIST)).toEqual({ x, y })
    user.editor.redo()
    expect(point(LEFT_WRIST).y).toBeCloseTo(y - 30, 0)
  })

  // In the store while it is dragged, every movement of the pointer would be a step of the journal.
  it('changes in the document only when the point is let go, and not at all when the drag is given up', () => {
    const { user, document, point } = posed()
    const before = document()
    const { x, y } = point(NECK)
    user.down(x, y).move([x + 40, y])
    expect(document()).toBe(before)
    expect(user.editor.handles.dragged.get()).toBeDefined()
    user.editor.tools.cancel()
    expect(document()).toBe(before)
    expect(user.editor.handles.dragged.get()).toBeUndefined()
  })

  it('stays where it is while it is locked', () => {
    const { user, id, point } = posed()
    user.editor.layers.change(id, { locked: true })
    const { x, y } = point(NECK)
    user.drag([x, y], [x + 40, y])
    expect(point(NECK)).toEqual({ x, y })
    expect(user.notices).toContain('toolProblem.locked')
  })

  // As version 1, a program without poses would call the file damaged instead of newer.
  it('comes back from a project of version 2', () => {
    const { document } = posed()
    const json = documentJson({ structure: document(), packId: undefined, parts: {} })
    expect(json['formatVersion']).toBe(2)
    expect(readProject({ document: json, labelLayers: [], pictures: [] }).structure).toEqual(document())
  })

  it('is the condition of a pack for poses, and says nothing to one for labels or while it is hidden', () => {
    const { user, id, document, point } = posed()
    const conditions = documentConditions(() => ({
      document: document(),
      rasters: user.editor.rasters,
      layout: user.editor.layout.get(),
    }))
    const now = (kind: 'pose' | 'labels') => conditions.now(pack(kind), { width: 64, height: 64 }, () => false)
    const { condition: drawn, backdrop } = now('pose') ?? {}
    // Would catch: a new person whose photo's background is painted anew, or one that a kept picture forgets.
    expect(backdrop).toEqual({ kind: 'kept' })
    expect(drawn).toMatchObject({ kind: 'pose', width: 256, height: 256 })
    expect(now('labels')?.condition.kind).toBe('labels')
    const { x, y } = point(NECK)
    user.drag([x, y], [x + 30, y])
    if (drawn === undefined) throw new Error('There is no condition.')
    user.editor.poses.setBackdrop({ kind: 'plain', colour: [1, 2, 3] })
    expect(now('pose')?.backdrop).toEqual({ kind: 'plain', colour: [1, 2, 3] })
    user.editor.poses.setBackdrop(undefined)
    // Would catch: a journal that refuses the document because of a value that JSON does not have.
    expect(Object.keys(document().layers[id] ?? {})).not.toContain('backdrop')
    const restored = restoredDocument(document(), { condition: drawn, options: { backdrop } })
    const people = [{ body: expect.arrayContaining([[x, y]]) as unknown }]
    expect(restored?.layers[id]).toMatchObject({ people, backdrop: { kind: 'kept' } })
    user.editor.layers.change(id, { visible: false })
    expect(now('pose')).toBeUndefined()
  })
})

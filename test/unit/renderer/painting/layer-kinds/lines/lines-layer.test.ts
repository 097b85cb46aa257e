import { describe, expect, it } from 'vitest'

import type { PackManifest } from '../../../../../../electron/contract/pack-manifest.ts'
import { documentJson, readProject } from '../../../../../../renderer/files/project/project-content.ts'
import { strokesOf } from '../../../../../../renderer/model/document/layer-kinds/layer-facets.ts'
import type { DocumentStructure } from '../../../../../../renderer/model/document/document-structure.ts'
import type { Stroke } from '../../../../../../renderer/model/lines/stroke.ts'
import { documentConditions } from '../../../../../../renderer/synthesis/conditions/condition-port.ts'
import { restoredDocument } from '../../../../../../renderer/synthesis/conditions/condition-table.ts'
import { TestEditor } from '../../../test-editor.ts'

function drawn(): {
  user: TestEditor
  id: string
  document: () => DocumentStructure
  strokes: () => readonly Stroke[]
} {
  const user = new TestEditor()
  const id = user.editor.layers.add('lines', 'Edges')
  const document = (): DocumentStructure => user.store.getState().document
  const strokes = (): readonly Stroke[] => {
    const layer = document().layers[id]
    return (layer === undefined ? undefined : strokesOf(layer)) ?? []
  }
  return { user, id, document, strokes }
}

const pack = (...kinds: string[]): PackManifest =>
  ({ conditions: kinds.map((kind) => ({ kind, encoding: 'dense', channels: 15 })) }) as unknown as PackManifest

describe('drawing edges', () => {
  it('draws a line of the chosen part, as one step that can be undone', () => {
    const { user, strokes } = drawn()
    user.tool('pen', { linePart: 'nose' }).drag([20, 20], [80, 60])
    expect(strokes()).toMatchObject([{ part: 'nose', closed: false }])
    const steps = user.steps
    user.editor.undo()
    expect(strokes()).toEqual([])
    user.editor.redo()
    expect(strokes()).toHaveLength(1)
    expect(user.steps).toBe(steps)
  })

  it('closes a line that comes back to its beginning', () => {
    const { user, strokes } = drawn()
    user.tool('pen').down(50, 50).move([100, 50], [100, 100], [50, 100], [52, 52]).up()
    expect(strokes()[0]?.closed).toBe(true)
  })

  it('draws the other side of the face along, as the other side', () => {
    const { user, strokes } = drawn()
    user.tool('pen', { linePart: 'left brow', mirrorsLines: true }).drag([150, 40], [200, 40])
    expect(strokes().map(({ part }) => part)).toEqual(['left brow', 'right brow'])
    expect(strokes()[1]?.points[0]).toEqual([106, 40])
  })

  // In the store while it is drawn, every movement of the pointer would be a step of the journal.
  it('changes the document only when the pen is lifted, and not at all when the line is given up', () => {
    const { user, document } = drawn()
    const before = document()
    user.tool('pen').down(10, 10).move([60, 60])
    expect(document()).toBe(before)
    expect(user.editor.handles.dragged.get()).toBeDefined()
    user.editor.undo()
    expect(document()).toBe(before)
    expect(user.editor.handles.dragged.get()).toBeUndefined()
  })

  // Bug it would catch: a live picture without the line that was just drawn, made between showing and keeping it.
  it('is neither gone from the canvas nor from pictures for a moment when the pen is lifted', () => {
    const { user, strokes } = drawn()
    const seen: number[] = []
    user.editor.handles.dragged.subscribe(() => {
      const shown = user.editor.handles.dragged.get()
      seen.push((shown === undefined ? strokes() : (strokesOf(shown) ?? [])).length)
    })
    user.tool('pen').drag([10, 10], [60, 60])
    expect(new Set(seen)).toEqual(new Set([1]))
  })

  it.each([
    ['toolProblem.locked', { locked: true }],
    ['toolProblem.hidden', { visible: false }],
  ])('says %s', (notice, change) => {
    const { user, id, strokes } = drawn()
    user.editor.layers.change(id, change)
    user.tool('pen').drag([10, 10], [60, 60])
    expect(strokes()).toEqual([])
    expect(user.notices).toContain(notice)
  })

  it('asks for an edge layer where there is none', () => {
    const user = new TestEditor()
    user.tool('pen').drag([10, 10], [60, 60])
    expect(user.notices).toEqual(['toolProblem.noEdgeLayer'])
  })
})

describe('changing edges', () => {
  it('erases pieces or whole lines, as one step; nothing touched is no step', () => {
    const { user, strokes } = drawn()
    user.tool('pen', { lineSmoothing: 0 }).drag([20, 100], [200, 100])
    user.tool('lineEraser', { lineEraserSize: 10 }).drag([110, 80], [110, 120])
    expect(strokes()).toHaveLength(2)
    const { steps } = user
    user.drag([10, 10], [30, 10])
    expect(user.steps).toBe(steps)
    user.set({ lineEraserTakes: 'lines' }).click(60, 100)
    expect(strokes()).toHaveLength(1)
    user.editor.undo()
    user.editor.undo()
    expect(strokes()).toHaveLength(1)
    expect(strokes()[0]?.points.at(-1)).toEqual([200, 100])
  })

  it('pulls a line, and gives it another part with Ctrl', () => {
    const { user, strokes } = drawn()
    user.tool('pen', { linePart: 'nose' }).drag([20, 100], [200, 100])
    user.tool('reshape', { reshapeSize: 60 }).drag([110, 100], [110, 70])
    expect(Math.min(...(strokes()[0]?.points ?? []).map(([, y]) => y))).toBeCloseTo(70, 0)
    user.set({ linePart: 'hair' }).click(30, 100, { ctrl: true })
    expect(strokes()[0]?.part).toBe('hair')
  })
})

describe('an edge layer', () => {
  it('comes back from a project of version 2', () => {
    const { user, document } = drawn()
    user.tool('pen').drag([20, 20], [80, 60])
    const json = documentJson({ structure: document(), packId: undefined, parts: {} })
    expect(json['formatVersion']).toBe(2)
    expect(readProject({ document: json, labelLayers: [], pictures: [] }).structure).toEqual(document())
  })

  it('is the condition of a pack for edges; of several kinds, the topmost visible layer says which', () => {
    const { user, id, document, strokes } = drawn()
    const conditions = documentConditions(() => ({
      document: document(),
      rasters: user.editor.rasters,
      layout: user.editor.layout.get(),
    }))
    const now = (...kinds: string[]) =>
      conditions.now(pack(...kinds), { width: 64, height: 64 }, () => false)?.condition
    expect(now('edges')).toBeUndefined()
    expect(now('labels', 'edges')?.kind).toBe('labels')
    user.tool('pen', { linePart: 'mouth' }).drag([20, 20], [80, 60])
    const said = now('labels', 'edges')
    expect(said).toMatchObject({ kind: 'lines', width: 256, height: 256, lines: [{ part: 'mouth' }] })
    const before = strokes()
    user.editor.selecting.all()
    user.tool('lineEraser', { lineEraserTakes: 'lines' }).click(20, 20)
    expect(now('edges')).toBeUndefined()
    if (said === undefined) throw new Error('There is no condition.')
    const restored = restoredDocument(document(), { condition: said, options: {} })?.layers[id]
    expect(restored === undefined ? undefined : strokesOf(restored)).toEqual(before)
    user.editor.undo()
    user.editor.layers.change(id, { visible: false })
    expect(now('labels', 'edges')?.kind).toBe('labels')
  })
})

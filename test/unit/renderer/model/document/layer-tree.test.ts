import { describe, expect, it } from 'vitest'

import {
  documentStructureSchema,
  type DocumentStructure,
} from '../../../../../renderer/model/document/document-structure.ts'
import { insertLayer, moveLayer, placedLayers, removeLayer } from '../../../../../renderer/model/document/layer-tree.ts'
import type { Layer } from '../../../../../renderer/model/document/layer-kinds/layer-schema.ts'

const base = { name: 'Layer', visible: true, opacity: 1, locked: false }
const labels = (id: string): Layer => ({ ...base, id, kind: 'label' })
const group = (id: string): Layer => ({ ...base, id, kind: 'group', children: [] })

const empty: DocumentStructure = {
  id: 'document-1',
  name: 'Test',
  width: 256,
  height: 256,
  backdropClassId: 0,
  rootIds: [],
  layers: {},
  activeLayerId: null,
}

/** top: a, g [ b, c ] */
function nested(): DocumentStructure {
  let document = insertLayer(empty, group('g'), null, 0)
  document = insertLayer(document, labels('c'), 'g', 0)
  document = insertLayer(document, labels('b'), 'g', 0)
  return insertLayer(document, labels('a'), null, 0)
}

const order = (document: DocumentStructure): string[] =>
  placedLayers(document).map(({ layer, depth }) => `${'-'.repeat(depth)}${layer.id}`)

describe('layer tree', () => {
  it('lists layers from the top, a group before what it holds', () => {
    expect(order(nested())).toEqual(['a', 'g', '-b', '-c'])
  })

  it('hides, locks and fades what lies in a group with the group', () => {
    const document = nested()
    const changed = {
      ...document,
      layers: {
        ...document.layers,
        g: { ...group('g'), children: ['b', 'c'], visible: false, locked: true, opacity: 0.5 },
      },
    }
    const inside = placedLayers(changed).filter(({ depth }) => depth === 1)
    expect(inside.map(({ visible, locked, opacity }) => [visible, locked, opacity])).toEqual([
      [false, true, 0.5],
      [false, true, 0.5],
    ])
  })

  it('removes a group with all it holds and activates a layer that is left', () => {
    const document = removeLayer({ ...nested(), activeLayerId: 'b' }, 'g')
    expect(Object.keys(document.layers)).toEqual(['a'])
    expect(document.activeLayerId).toBe('a')
  })

  it('keeps the parent when a child is removed (a stale id in children would crash later)', () => {
    const document = removeLayer(nested(), 'b')
    expect(order(document)).toEqual(['a', 'g', '-c'])
    expect(documentStructureSchema.safeParse(document).success).toBe(true)
  })

  it('moves a layer into and out of a group', () => {
    expect(order(moveLayer(nested(), 'a', 'g', 1))).toEqual(['g', '-b', '-a', '-c'])
    expect(order(moveLayer(nested(), 'c', null, 0))).toEqual(['c', 'a', 'g', '-b'])
  })

  it('refuses to move a group into itself (the tree would lose it)', () => {
    const document = nested()
    expect(moveLayer(document, 'g', 'g', 0)).toBe(document)
  })
})

import { describe, expect, it } from 'vitest'

import {
  addableKinds,
  childrenOf,
  exemplarIdOf,
  freshLayer,
  pictureIdOf,
  withChildren,
  withExemplarId,
  withPictureId,
} from '../../../../../../renderer/model/document/layer-kinds/layer-facets.ts'
import { layerKindTable } from '../../../../../../renderer/model/document/layer-kinds/layer-kind-table.ts'
import { layerSchema } from '../../../../../../renderer/model/document/layer-kinds/layer-schema.ts'

const kinds = layerSchema.options.map(({ shape }) => shape.kind.value)
const size = { width: 256, height: 320 }

describe.each(kinds)('a layer of the kind %s', (kind) => {
  const fresh = freshLayer(kind, { id: 'layer-1', name: 'One' }, size)

  // A fresh layer that its own schema refuses could be painted on and never be opened again.
  it('is one that its schema accepts', () => {
    expect(layerSchema.parse(fresh)).toEqual(fresh)
    expect(fresh.kind).toBe(kind)
  })

  // Copying a group or a layer with a photo goes through these; a facet that forgets a field would lose it silently.
  it('takes every field that its kind has, and no other', () => {
    const { children, pictureId, exemplarId } = layerKindTable[kind]
    expect(childrenOf(withChildren(fresh, ['a', 'b']))).toEqual(children === undefined ? [] : ['a', 'b'])
    // The photo that a document edits is one picture for good.
    const shown = kind === 'original' ? pictureIdOf(fresh) : 'p'
    expect(pictureIdOf(withPictureId(fresh, 'p'))).toBe(pictureId === undefined ? null : shown)
    const styled = withExemplarId(fresh, 'own-photo')
    expect(exemplarIdOf(styled)).toBe(exemplarId === undefined ? undefined : 'own-photo')
    expect(withExemplarId(styled, undefined)).toEqual(fresh)
    expect(layerSchema.safeParse(withPictureId(withChildren(styled, []), 'p')).success).toBe(true)
  })
})

describe('addableKinds', () => {
  // Their ids are in users' settings as keys of shortcuts.
  it('keeps the ids of the commands', () => {
    expect(addableKinds().map(({ addCommand }) => addCommand.id)).toEqual([
      'layers.addExemplar',
      'layers.addWarp',
      'layers.addResult',
      'layers.addPose',
      'layers.addLines',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Layer } from '../../../../../renderer/model/document/layer-kinds/layer-schema.ts'
import { photoLayerSchema } from '../../../../../renderer/model/document/layer-kinds/photo/photo-layer.ts'
import { poseLayerSchema } from '../../../../../renderer/model/document/layer-kinds/pose/pose-layer.ts'
import { croppedDocument, scaledDocument } from '../../../../../renderer/model/document/document-transform.ts'
import { SKY, TestEditor, WATER } from '../../test-editor.ts'

/** A document of 320 × 256: sky, and water in the right 64 columns of the upper half. */
function documentWithCorner(): TestEditor {
  const editor = new TestEditor({ width: 320, height: 256 })
  const raster = editor.editor.rasters.get(editor.layerId)
  for (let y = 0; y < 128; y += 1) raster?.data.fill(WATER, y * 320 + 256, y * 320 + 320)
  return editor
}

const size = (editor: TestEditor): readonly number[] => {
  const { width, height } = editor.store.getState().document
  return [width, height]
}

function classAt(editor: TestEditor, x: number, y: number): number | undefined {
  const { width, data } = editor.editor.layout.get()
  return data[y * width + x]
}

describe('changing a document as a whole', () => {
  it('turns labels, and four turns are none', () => {
    // Bugs it would catch: a turn the wrong way, a size that is not exchanged, pixels lost at an edge.
    const editor = documentWithCorner()
    const before = editor.editor.layout.get()
    editor.editor.transforms.turn('right')
    expect(size(editor)).toEqual([256, 320])
    // The upper right corner is the lower right one now.
    expect([
      classAt(editor, 255, 319),
      classAt(editor, 128, 256),
      classAt(editor, 127, 319),
      classAt(editor, 255, 0),
    ]).toEqual([WATER, WATER, SKY, SKY])
    for (let turns = 0; turns < 3; turns += 1) editor.editor.transforms.turn('right')
    expect(editor.editor.layout.get()).toEqual(before)
    editor.editor.transforms.turn('left')
    expect(classAt(editor, 0, 0)).toBe(WATER)
  })

  it('stretches and crops, each as one step that undo takes back with the size', () => {
    // Bugs it would catch: a size that stays behind when its step is undone, a layer of another size than its document.
    const editor = documentWithCorner()
    const before = editor.editor.layout.get()
    editor.editor.transforms.apply(
      scaledDocument({ width: 320, height: 256 }, { width: 640, height: 512 }),
      'document.resize',
    )
    expect(size(editor)).toEqual([640, 512])
    expect([classAt(editor, 639, 0), classAt(editor, 512, 255), classAt(editor, 511, 0)]).toEqual([WATER, WATER, SKY])
    editor.editor.undo()
    expect(size(editor)).toEqual([320, 256])
    expect(editor.editor.layout.get()).toEqual(before)
    editor.editor.redo()
    expect(size(editor)).toEqual([640, 512])
    editor.editor.undo()
    const part = { x: 64, y: -64, width: 256, height: 320 }
    editor.editor.transforms.apply(croppedDocument({ width: 320, height: 256 }, part), 'document.crop')
    // What was not in the old document is empty: the backdrop shows.
    expect([classAt(editor, 255, 0), classAt(editor, 255, 64), classAt(editor, 0, 64)]).toEqual([0, WATER, SKY])
    expect(editor.editor.history.get().entries).toHaveLength(1)
  })

  it('crops to the selection, in a size that documents may have', () => {
    // Bug it would catch: a document of 100 pixels that no pack and no file takes.
    const editor = documentWithCorner()
    expect(editor.editor.transforms.cropToSelection()).toBe(false)
    editor.tool('marquee').down(300, 10).move([310, 60]).up()
    expect(editor.editor.transforms.cropToSelection()).toBe(true)
    expect(size(editor)).toEqual([256, 256])
    expect(classAt(editor, 255, 0)).toBe(WATER)
    expect(editor.editor.selection.get()).toBeUndefined()
    editor.editor.undo()
    expect(editor.editor.selection.get()?.width).toBe(320)
  })

  it('takes photos and poses along', () => {
    // Bugs it would catch: a photo to trace that lies elsewhere than what was traced, a person left behind.
    const editor = documentWithCorner()
    const { pictures, layers, transforms } = editor.editor
    const data = new Uint8Array(320 * 256 * 3)
    data.fill(255, 0, 3)
    pictures.put('photo-1', { width: 320, height: 256, data })
    const photoId = layers.addPhoto('Photo', 'photo-1')
    const poseId = layers.add('pose', 'Pose')
    const layer = (id: string): Layer | undefined => editor.store.getState().document.layers[id]
    const nose = (): unknown => poseLayerSchema.parse(layer(poseId)).people[0]?.body[0]
    const [x, y] = z.tuple([z.number(), z.number()]).parse(nose())
    transforms.turn('right')
    const turned = pictures.get(photoLayerSchema.parse(layer(photoId)).pictureId ?? '')
    expect(turned?.width).toBe(256)
    expect(turned?.data.slice(3 * 255, 3 * 256)).toEqual(Uint8Array.of(255, 255, 255))
    expect(turned?.data[0]).toBe(0)
    expect(nose()).toEqual([256 - y, x])
    editor.editor.undo()
    expect(layer(photoId)).toHaveProperty('pictureId', 'photo-1')
    expect(nose()).toEqual([x, y])
  })
})

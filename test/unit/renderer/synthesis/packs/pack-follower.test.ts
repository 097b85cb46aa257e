import { describe, expect, it } from 'vitest'

import type { PackClass } from '../../../../../electron/contract/pack-facts.ts'
import type { PackManifest } from '../../../../../electron/contract/pack-manifest.ts'
import { newDocument } from '../../../../../renderer/model/document/new-document.ts'
import { PackFollower } from '../../../../../renderer/synthesis/packs/pack-follower.ts'
import { classesReplaced } from '../../../../../renderer/model/palette/palette-slice.ts'
import { createRaster } from '../../../../../renderer/model/raster/label-raster.ts'
import { Observable } from '../../../../../renderer/shared/lib/observable.ts'
import { GRASS, SKY, TestEditor, WATER } from '../../test-editor.ts'

const OTHER_SKY = 40
const pack = (id: string, classes: readonly PackClass[]): PackManifest =>
  ({ id, title: id, version: '1', classes }) as unknown as PackManifest

function followed(): {
  editor: TestEditor
  manifest: Observable<PackManifest | undefined>
  told: string[]
  follower: PackFollower
  choose: (id: string) => void
} {
  const editor = new TestEditor()
  const told: string[] = []
  const ours = pack('ours', editor.store.getState().palette.classes)
  const theirs = pack('theirs', [
    { id: 0, name: 'other', colour: [0, 0, 0], channel: 0, aliases: [] },
    { id: OTHER_SKY, name: 'sky', colour: [1, 1, 1], channel: 1, aliases: [] },
  ])
  const manifest = new Observable<PackManifest | undefined>(ours)
  const choose = (id: string): boolean => {
    const found = [ours, theirs].find((entry) => entry.id === id)
    if (found === undefined) return false
    editor.store.dispatch(classesReplaced(found.classes))
    manifest.set(found)
    return true
  }
  const follower = new PackFollower({
    packs: { manifest, choose },
    store: editor.store,
    editor: editor.editor,
    announcer: { tell: (_tone, key, ..._values) => void told.push(key) },
  })
  return { editor, manifest, told, follower, choose: (id) => void choose(id) }
}

describe('another pack', () => {
  // Bug it would catch: sky that turns into whatever has its number in the other pack.
  it('gets the layout in its own classes as one step, and says what it has no class for', () => {
    const { editor, told, choose } = followed()
    editor.tool('rectangle').drag([10, 10], [50, 50])
    choose('theirs')
    expect([editor.at(100, 100), editor.at(20, 20)]).toEqual([OTHER_SKY, 0])
    expect(told).toEqual(['packs.classesLost'])
    choose('ours')
    editor.editor.undo()
    editor.editor.undo()
    expect([editor.at(100, 100), editor.at(20, 20)]).toEqual([SKY, GRASS])
  })

  // Bug it would catch: undo brings back numbers of the pack before, which mean other classes in this one.
  it('goes with its step: undo past it takes the pack before, redo the other again', () => {
    const { editor, manifest, choose } = followed()
    editor.tool('rectangle').drag([10, 10], [50, 50])
    choose('theirs')
    editor.editor.undo()
    expect([manifest.get()?.id, editor.at(100, 100), editor.at(20, 20)]).toEqual(['ours', SKY, GRASS])
    editor.editor.undo()
    expect([manifest.get()?.id, editor.at(20, 20)]).toEqual(['ours', SKY])
    editor.editor.redo()
    editor.editor.redo()
    expect([manifest.get()?.id, editor.at(100, 100)]).toEqual(['theirs', OTHER_SKY])
  })

  // Bug it would catch: painted over before the change, so nothing was carried, and back with the wrong number after undo.
  it('goes with a step even when nothing in view changes its number', () => {
    const { editor, manifest, choose } = followed()
    editor.tool('rectangle').paintWith(0).drag([-1, -1], [257, 257])
    choose('theirs')
    editor.editor.undo()
    editor.editor.undo()
    expect([manifest.get()?.id, editor.at(100, 100)]).toEqual(['ours', SKY])
  })

  it('leaves the history of a document with none as it is', () => {
    const { editor, choose } = followed()
    const document = newDocument({ name: 'New', width: 64, height: 64, backdropClassId: 0, layerName: 'L' }, () => 'x')
    editor.editor.open(document, new Map())
    choose('theirs')
    expect(editor.steps).toBe(0)
  })

  it('that a project brings leaves its labels alone; one that is not installed is told', () => {
    const { editor, told, follower } = followed()
    follower.take('theirs')
    expect(editor.at(100, 100)).toBe(SKY)
    follower.take('nowhere')
    expect(told).toEqual(['packs.notInstalled'])
  })
})

describe('another document', () => {
  // Bug it would catch: "other" in the hand, so that the first stroke paints nothing that the pack can draw.
  it('puts its most used class into the hand', () => {
    const { editor } = followed()
    const document = newDocument(
      { name: 'New', width: 256, height: 256, backdropClassId: 0, layerName: 'L' },
      () => 'x',
    )
    const raster = createRaster(256, 256, 0)
    raster.data.fill(WATER, 0, 20_000)
    editor.editor.open(document, new Map([[document.activeLayerId ?? '', raster]]))
    expect(editor.store.getState().palette).toMatchObject({ activeClassId: WATER })
    expect(editor.store.getState().palette.recentIds).not.toContain(WATER)
  })
})

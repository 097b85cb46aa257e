import { describe, expect, it } from 'vitest'

import type { ExemplarEntry } from '../../../../../electron/contract/exemplar-library.ts'
import type { ProjectPicture } from '../../../../../electron/contract/project-content.ts'
import { exemplarChosen } from '../../../../../renderer/synthesis/exemplars/exemplar-slice.ts'
import { exemplarPart, type ExemplarPartParts } from '../../../../../renderer/files/project/exemplar-part.ts'
import { TestEditor } from '../../test-editor.ts'

const NO_READINGS: ExemplarPartParts['readings'] = {
  corrected: () => Promise.resolve(undefined),
  adopt: () => Promise.resolve(),
}

/** A library of JPEGs known by the id that it gives to every name. */
function library(
  prefix: string,
  names: readonly string[],
): ExemplarPartParts['shell'] & { readonly entries: () => ExemplarEntry[] } {
  const photos = new Map(names.map((name) => [`own-${prefix}-${name}`, name]))
  const entry = (id: string, title: string): ExemplarEntry => ({
    id,
    title,
    origin: 'own',
    tags: [],
    width: 1,
    height: 1,
    readFor: [],
  })
  const entries = (): ExemplarEntry[] => [...photos].map(([id, title]) => entry(id, title))
  const unused = (): never => {
    throw new Error('A JPEG is embedded as it is.')
  }
  return {
    entries,
    listExemplars: () => Promise.resolve(entries()),
    readExemplarBytes: (id) => {
      const name = photos.get(id)
      if (name === undefined) return Promise.reject(new Error(`There is no photo ${id}.`))
      return Promise.resolve({ name, bytes: Uint8Array.of(0xff, 0xd8, name.length) })
    },
    addExemplar: ({ name }) => {
      photos.set(`own-${prefix}-${name}`, name)
      return Promise.resolve(entry(`own-${prefix}-${name}`, name))
    },
    decodeImage: unused,
    encodeImage: unused,
  }
}

function partOf(editor: TestEditor, shell: ReturnType<typeof library>): ReturnType<typeof exemplarPart> {
  return exemplarPart({
    shell,
    store: editor.store,
    entries: shell.entries,
    refresh: () => Promise.resolve(),
    readings: NO_READINGS,
  })
}

function photoOf({ store, layerId }: TestEditor): string | undefined {
  const layer = store.getState().document.layers[layerId]
  return layer?.kind === 'label' ? layer.exemplarId : undefined
}

describe('exemplars of a project', () => {
  // Catches a file that opens on another machine with its layers’ photos gone, or with photos of the wrong name.
  it('carry the photos of layers to another library, where they have other ids', async () => {
    const here = new TestEditor()
    here.store.dispatch(exemplarChosen('own-here-lake'))
    here.editor.layers.setPhoto(here.layerId, 'own-here-trees')
    const { state, pictures } = await partOf(here, library('here', ['lake', 'trees', 'unused'])).save()
    expect(pictures.map(({ id }) => id)).toEqual(['exemplar-own-here-lake', 'exemplar-own-here-trees'])

    const there = new TestEditor()
    there.editor.layers.setPhoto(there.layerId, 'own-here-trees')
    const stored = new Map(pictures.map((picture: ProjectPicture) => [picture.id, picture]))
    const shell = library('there', [])
    await partOf(there, shell).restore(JSON.parse(JSON.stringify(state)), stored)
    expect(shell.entries().map(({ id }) => id)).toEqual(['own-there-lake', 'own-there-trees'])
    expect(there.store.getState().exemplar.primaryId).toBe('own-there-lake')
    expect(photoOf(there)).toBe('own-there-trees')
  })

  // Catches a project that can no longer be saved, nor journalled, after undo brought a removed photo's name back.
  it('leave a photo out that the library no longer has', async () => {
    const editor = new TestEditor()
    editor.editor.layers.setPhoto(editor.layerId, 'own-here-removed')
    const { pictures } = await partOf(editor, library('here', ['lake'])).save()
    expect(pictures).toEqual([])
  })
})

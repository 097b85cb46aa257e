import path from 'node:path'
import { describe, expect, it } from 'vitest'

import { readProjectFile } from '../../../../../electron/services/project/project-store.ts'
import { readDocumentFile } from '../../../../../renderer/files/project/document-file.ts'
import { documentJson, readProject } from '../../../../../renderer/files/project/project-content.ts'

const fixture = path.resolve('test/fixtures/projects/format-1.cocanvas')

// Saved by the program of version 1 with a layer of every kind that it had, two of them painted.
describe('a project of format 1', () => {
  it('opens with its tree and its pixels', async () => {
    const { structure, rasters, file } = readProject(await readProjectFile(fixture))
    expect(file.packId).toBe('tiny')
    const kinds = Object.values(structure.layers).map(({ kind }) => kind)
    expect(kinds.toSorted()).toEqual(['exemplar', 'group', 'label', 'label', 'photo', 'result', 'warp'])
    expect(rasters.size).toBe(2)
    for (const { data } of rasters.values()) expect(data.some((id) => id !== 255)).toBe(true)
  })

  // A file that needlessly says 2 could not be given to somebody with the older program.
  it('is written as format 1 again, byte for byte the same tree', async () => {
    const content = await readProjectFile(fixture)
    const { structure, file } = readProject(content)
    expect(documentJson({ structure, packId: file.packId, parts: file.parts })).toEqual(content.document)
  })
})

describe('readDocumentFile', () => {
  const layer = { id: 'layer-1', name: 'One', visible: true, opacity: 1, locked: false }
  const document = (formatVersion: number, kind: string): Record<string, unknown> => ({
    formatVersion,
    structure: {
      id: 'document-1',
      name: '',
      width: 256,
      height: 256,
      backdropClassId: 0,
      rootIds: ['layer-1'],
      layers: { 'layer-1': { ...layer, kind } },
      activeLayerId: null,
    },
    parts: {},
  })

  it('reads both versions', () => {
    expect(readDocumentFile(document(1, 'label'))).toMatchObject({ file: { formatVersion: 2 } })
    expect(readDocumentFile(document(2, 'label'))).toMatchObject({ file: { formatVersion: 2 } })
  })

  // "Damaged" would make the user give up a file that a newer program opens.
  it('calls later versions and unknown kinds of layers newer, and nothing else', () => {
    expect(readDocumentFile(document(3, 'label'))).toEqual({ problem: 'newer' })
    expect(readDocumentFile(document(2, 'hologram'))).toEqual({ problem: 'newer' })
    expect(readDocumentFile(document(2, 'warp'))).toEqual({ problem: 'damaged' })
    expect(readDocumentFile(document(0, 'label'))).toEqual({ problem: 'damaged' })
  })
})

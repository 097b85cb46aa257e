import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { fileExists, listFolder } from '../../../../../electron/services/files/folder-listing.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

describe('a folder in the file chooser', () => {
  it('shows folders first, then the files that fit, in the order people expect', async () => {
    const folder = temporaryFolder()
    for (const name of ['b10.cocanvas', 'b2.COCANVAS', 'notes.txt', '.hidden.cocanvas'])
      writeFileSync(path.join(folder, name), '')
    for (const name of ['zoo', 'attic', '.git']) mkdirSync(path.join(folder, name))
    symlinkSync(path.join(folder, 'zoo'), path.join(folder, 'link'))
    symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'broken'))
    const { entries, parent } = await listFolder(folder, ['cocanvas'])
    expect(entries.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'attic folder',
      'link folder',
      'zoo folder',
      'b2.COCANVAS file',
      'b10.cocanvas file',
    ])
    expect(parent).toBe(path.dirname(folder))
  })

  it('has no parent at the root, and offers only places that exist', async () => {
    const home = temporaryFolder()
    mkdirSync(path.join(home, 'Pictures'))
    vi.stubEnv('HOME', home)
    const { parent, places } = await listFolder('/', ['png'])
    expect(parent).toBeUndefined()
    expect(places.map(({ name }) => name)).toEqual(['Home', 'Pictures'])
  })

  it('says in a sentence why a folder cannot be shown', async () => {
    const file = path.join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    await expect(listFolder(file, [])).rejects.toThrow(/cannot be shown: part of its path is a file/)
  })
})

describe('a path to save to', () => {
  // Bug it would catch: a question about replacing a file where there is none, or none about a hidden one.
  it('is taken only where something is', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, '.hidden.png'), '')
    symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'broken.png'))
    const taken = ['.hidden.png', 'broken.png', 'free.png', 'no-folder/free.png', '.hidden.png/free.png']
    expect(await Promise.all(taken.map((name) => fileExists(path.join(folder, name))))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

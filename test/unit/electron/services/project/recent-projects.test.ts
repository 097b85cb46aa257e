import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ProjectFiles } from '../../../../../electron/services/project/project-files.ts'
import { RecentProjects } from '../../../../../electron/services/project/recent-projects.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

function recentIn(folder: string): RecentProjects {
  return new RecentProjects(folder, new ProjectFiles())
}

/** A file that exists. */
function projectAt(folder: string, name: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, '')
  return file
}

describe('the list of recent projects', () => {
  it('shows the newest first, each once, with its thumbnail, also after a restart', async () => {
    const folder = temporaryFolder()
    const [lake, hill] = [projectAt(folder, 'lake.cocanvas'), projectAt(folder, 'hill.cocanvas')]
    const recent = recentIn(folder)
    await recent.note(lake, Uint8Array.of(1))
    await recent.note(hill, undefined)
    await recent.note(lake, Uint8Array.of(2))
    const list = await recentIn(folder).list()
    expect(list.map(({ file, missing }) => [file.name, missing])).toEqual([
      ['lake.cocanvas', false],
      ['hill.cocanvas', false],
    ])
    expect(list.map(({ thumbnail }) => thumbnail)).toEqual([Uint8Array.of(2), undefined])
  })

  it('marks what has gone, and forgets on request', async () => {
    const folder = temporaryFolder()
    const recent = recentIn(folder)
    await recent.note(path.join(folder, 'gone.cocanvas'), undefined)
    const [gone] = await recent.list()
    expect(gone?.missing).toBe(true)
    await recent.forget(gone?.file.id ?? '')
    expect(await recent.list()).toEqual([])
  })

  // Bug it would catch: two saves at once of which one is lost from the list, since both had read the old one.
  it('keeps twenty, whatever the order in which they arrive', async () => {
    const folder = temporaryFolder()
    const recent = recentIn(folder)
    const names = Array.from({ length: 25 }, (_, index) => `p${index}.cocanvas`)
    await Promise.all(names.map((name) => recent.note(path.join(folder, name), undefined)))
    expect((await recent.list()).map(({ file }) => file.name)).toEqual(names.reverse().slice(0, 20))
  })

  // Bug it would catch: a project that was saved whole on another disk, and reported as failed for the sake of this list.
  it('fails nobody when it can be neither read nor written', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'recent'), 'a file where the folder should be')
    const recent = recentIn(folder)
    await recent.note(path.join(folder, 'a.cocanvas'), Uint8Array.of(1))
    expect(await recent.list()).toEqual([])
  })

  it('keeps its good entries when one of them is damaged', async () => {
    const folder = temporaryFolder()
    await recentIn(folder).note(path.join(folder, 'a.cocanvas'), undefined)
    const file = path.join(folder, 'recent/recent.json')
    writeFileSync(file, JSON.stringify([{ path: 1 }, ...(JSON.parse(readFileSync(file, 'utf8')) as unknown[])]))
    expect((await recentIn(folder).list()).map((entry) => entry.file.name)).toEqual(['a.cocanvas'])
  })

  it('is empty, not broken, when its file is damaged', async () => {
    const folder = temporaryFolder()
    await recentIn(folder).note(path.join(folder, 'a.cocanvas'), undefined)
    writeFileSync(path.join(folder, 'recent/recent.json'), '{"not": "a list"')
    expect(await recentIn(folder).list()).toEqual([])
  })
})

describe('the files that a page may name', () => {
  // Bug it would catch: a page that saves over any file of the user's by making up an id.
  it('are those the user has chosen, and nothing else', () => {
    const files = new ProjectFiles()
    const { id } = files.register('/home/user/lake.cocanvas')
    expect(files.pathOf(id)).toBe(path.resolve('/home/user/lake.cocanvas'))
    expect(files.register('/home/user/./lake.cocanvas').id).toBe(id)
    expect(() => files.pathOf('/etc/passwd')).toThrow(/save it under a name/)
  })
})

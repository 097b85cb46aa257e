import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readProjectFile, writeProjectFile } from '../../../../../electron/services/project/project-store.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { sampleProject } from './sample-project.ts'

describe('a project on the disk', () => {
  it('is read as it was written, and leaves nothing beside itself', async () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'lake.cocanvas')
    const bytes = await writeProjectFile(file, sampleProject())
    expect(await readProjectFile(file)).toEqual(sampleProject())
    expect(Buffer.compare(readFileSync(file), bytes)).toBe(0)
    expect(readdirSync(folder)).toEqual(['lake.cocanvas'])
  })

  // Bug it would catch: a link into a synchronised folder that becomes a file of its own with the first save.
  it('stays a link when it was one', async () => {
    const folder = temporaryFolder()
    const [real, link] = [path.join(folder, 'real.cocanvas'), path.join(folder, 'link.cocanvas')]
    await writeProjectFile(real, sampleProject())
    symlinkSync(real, link)
    await writeProjectFile(link, { ...sampleProject(), document: { title: 'changed' } })
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect((await readProjectFile(real)).document).toEqual({ title: 'changed' })
  })

  // Bug it would catch: a failed save that costs the last good one.
  it('is kept when it cannot be replaced', async () => {
    const file = path.join(temporaryFolder(), 'folder.cocanvas')
    mkdirSync(file)
    writeFileSync(path.join(file, 'kept'), 'kept')
    await expect(writeProjectFile(file, sampleProject())).rejects.toThrow(/cannot be written/)
    expect(readdirSync(file)).toEqual(['kept'])
  })

  it('says in one sentence why it cannot be read', async () => {
    const folder = temporaryFolder()
    await expect(readProjectFile(path.join(folder, 'gone.cocanvas'))).rejects.toThrow(/^gone\.cocanvas is no longer/)
    await expect(readProjectFile(folder)).rejects.toThrow(/is not a file/)
    const huge = path.join(folder, 'huge.cocanvas')
    writeFileSync(huge, '')
    truncateSync(huge, 2 * 1024 ** 3)
    await expect(readProjectFile(huge)).rejects.toThrow(/larger than any project/)
  })
})

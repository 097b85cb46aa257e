import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkWritable, makeFolder, writeFileAtomically } from '../../../../electron/images/atomic-write.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cocanvas-write-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('writeFileAtomically', () => {
  it('replaces a file and leaves nothing beside it', async () => {
    const path = join(folder, 'picture.png')
    await writeFile(path, 'old')
    await writeFileAtomically(path, Buffer.from('new'))
    expect(await readFile(path, 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['picture.png'])
  })

  it('says which folder is missing', async () => {
    const path = join(folder, 'missing', 'picture.png')
    await expect(writeFileAtomically(path, Buffer.from('new'))).rejects.toThrow(
      `${path} cannot be written: the folder ${join(folder, 'missing')} does not exist, so make it first.`,
    )
  })

  it('removes its temporary file when the rename fails', async () => {
    const path = join(folder, 'in-the-way')
    await mkdir(path)
    await expect(writeFileAtomically(path, Buffer.from('new'))).rejects.toThrow('it is a folder')
    expect(await readdir(folder)).toEqual(['in-the-way'])
  })

  it('leaves the old file and no temporary one when the process exits in the middle', async () => {
    const module = join(folder, 'atomic-write.mjs')
    const entry = fileURLToPath(new URL('../../../../electron/images/atomic-write.ts', import.meta.url))
    await build({ entryPoints: [entry], outfile: module, bundle: true, platform: 'node', format: 'esm' })
    const target = join(folder, 'target')
    await mkdir(target)
    const path = join(target, 'picture.png')
    await writeFile(path, 'old')
    // Exits once the temporary file shows up, which is long before 256 MB are on the disk.
    const script = `
      import { readdirSync } from 'node:fs'
      import { writeFileAtomically } from ${JSON.stringify(module)}
      setInterval(() => { if (readdirSync(${JSON.stringify(target)}).length === 2) process.exit(130) }, 1)
      await writeFileAtomically(${JSON.stringify(path)}, Buffer.alloc(256 * 1024 * 1024))
      process.exit(0)
    `
    const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' })
    expect([child.status, child.stderr]).toEqual([130, ''])
    expect(await readdir(target)).toEqual(['picture.png'])
    expect(await readFile(path, 'utf8')).toBe('old')
  })
})

describe('checkWritable', () => {
  it('accepts a new and an existing file', async () => {
    await expect(checkWritable(join(folder, 'new.png'))).resolves.toBeUndefined()
  })

  // Run as root, the rename would replace the machine's null device by a picture.
  it.skipIf(process.platform === 'win32')('refuses a device', async () => {
    await expect(checkWritable('/dev/null')).rejects.toThrow('it is no ordinary file, so name another.')
  })

  it('refuses a folder, a missing folder and a file used as a folder, each by name', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(checkWritable(folder)).rejects.toThrow('it is a folder, so name a file inside it.')
    await expect(checkWritable(join(folder, 'missing', 'a.png'))).rejects.toThrow('does not exist')
    await expect(checkWritable(join(folder, 'file', 'a.png'))).rejects.toThrow('is a file, not a folder')
  })
})

describe('makeFolder', () => {
  it('makes parents, accepts an existing folder, and refuses where a file is in the way', async () => {
    await makeFolder(join(folder, 'a', 'b'))
    await makeFolder(join(folder, 'a', 'b'))
    expect(await readdir(join(folder, 'a'))).toEqual(['b'])
    await writeFile(join(folder, 'file'), '')
    await expect(makeFolder(join(folder, 'file'))).rejects.toThrow('a file of that name is in the way')
  })
})

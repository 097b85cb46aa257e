import { spawnSync } from 'node:child_process'
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkWritable, makeFolder, writeFileAtomically } from '../../../../electron/images/atomic-write.ts'
import { temporaryPath } from '../../../../electron/images/temporary-files.ts'

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

describe.skipIf(process.platform === 'win32')('what a rename alone would change', () => {
  it('writes through a symbolic link and leaves the link', async () => {
    await mkdir(join(folder, 'elsewhere'))
    await writeFile(join(folder, 'elsewhere', 'real.png'), 'old')
    await symlink(join('elsewhere', 'real.png'), join(folder, 'link.png'))
    await writeFileAtomically(join(folder, 'link.png'), Buffer.from('new'))
    expect((await lstat(join(folder, 'link.png'))).isSymbolicLink()).toBe(true)
    expect(await readFile(join(folder, 'elsewhere', 'real.png'), 'utf8')).toBe('new')
  })

  it('makes the file that a dangling link names, and refuses links in a circle', async () => {
    await symlink('later.png', join(folder, 'link.png'))
    await writeFileAtomically(join(folder, 'link.png'), Buffer.from('new'))
    expect(await readFile(join(folder, 'later.png'), 'utf8')).toBe('new')
    await symlink('b', join(folder, 'a'))
    await symlink('a', join(folder, 'b'))
    await expect(writeFileAtomically(join(folder, 'a'), Buffer.from('new'))).rejects.toThrow('lead in a circle')
  })

  it.each([0o600, 0o640, 0o666])('keeps the permissions %o', async (mode) => {
    const path = join(folder, 'private.png')
    await writeFile(path, 'old')
    await chmod(path, mode)
    await writeFileAtomically(path, Buffer.from('new'))
    expect((await stat(path)).mode & 0o777).toBe(mode)
  })

  it('leaves a read-only file alone, also as root', async () => {
    const path = join(folder, 'final.png')
    await writeFile(path, 'old', { mode: 0o444 })
    const sentence = `${path} cannot be written: it is read-only, so make it writable or name another file.`
    await expect(writeFileAtomically(path, Buffer.from('new'))).rejects.toThrow(sentence)
    await expect(checkWritable(path)).rejects.toThrow(sentence)
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['final.png'])
  })
})

describe('names', () => {
  it('writes every name that the disk takes: 75 Hangul syllables, and 255 bytes', async () => {
    for (const name of [`${'가'.repeat(75)}.png`, `${'a'.repeat(251)}.png`]) {
      await checkWritable(join(folder, name))
      await writeFileAtomically(join(folder, name), Buffer.from('new'))
      expect(await readFile(join(folder, name), 'utf8')).toBe('new')
    }
  })

  it('tells before the work that a name is too long', async () => {
    await expect(checkWritable(join(folder, `${'가'.repeat(84)}.png`))).rejects.toThrow('longer than 255 bytes')
  })
})

describe('temporary files of killed processes', () => {
  it('are swept by the next process that writes there, and those of running ones are not', async () => {
    const module = join(folder, 'atomic-write.mjs')
    const entry = fileURLToPath(new URL('../../../../electron/images/atomic-write.ts', import.meta.url))
    await build({ entryPoints: [entry], outfile: module, bundle: true, platform: 'node', format: 'esm' })
    const target = join(folder, 'target')
    await mkdir(target)
    const path = join(target, 'picture.png')
    await writeFile(path, 'old')
    const script = `
      import { readdirSync } from 'node:fs'
      import { writeFileAtomically } from ${JSON.stringify(module)}
      setInterval(() => { if (readdirSync(${JSON.stringify(target)}).length === 2) process.kill(process.pid, 'SIGKILL') }, 1)
      await writeFileAtomically(${JSON.stringify(path)}, Buffer.alloc(256 * 1024 * 1024))
    `
    const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' })
    expect([child.signal, (await readdir(target)).length]).toEqual(['SIGKILL', 2])
    const running = basename(temporaryPath(target))
    await writeFile(join(target, running), '')
    await writeFileAtomically(path, Buffer.from('new'))
    expect((await readdir(target)).sort()).toEqual([running, 'picture.png'])
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

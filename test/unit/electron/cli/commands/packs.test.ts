import { appendFile, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { FIXTURE_PACKS, runInProcess } from '../run-in-process.ts'
import { temporaryFolder } from '../sample-files.ts'

let dataFolder = ''
let userPack = ''
beforeEach(async () => {
  dataFolder = await temporaryFolder()
  userPack = join(dataFolder, 'packs', 'tiny')
  await mkdir(join(dataFolder, 'packs'))
  await cp(join(FIXTURE_PACKS, 'tiny'), userPack, { recursive: true })
})
const packs = (...words: string[]) =>
  runInProcess(['packs', ...words], { packFolders: [join(dataFolder, 'packs')], dataFolder })

describe('packs', () => {
  it('lists packs, and names a broken one without hiding the others', async () => {
    await mkdir(join(dataFolder, 'packs', 'ruin'))
    await writeFile(join(dataFolder, 'packs', 'ruin', 'manifest.json'), '{')
    const { exitCode, stdout, stderr } = await packs()
    expect(exitCode).toBe(0)
    expect(stdout).toContain('tiny 1.0.0')
    expect(stderr).toContain('is not valid JSON')
  })

  it('shows the classes with ids and colours, as layout errors promise', async () => {
    const { stdout } = await packs('show', 'tiny')
    expect(stdout).toMatch(/ {2}3 {2}#[0-9a-f]{6} {2}sky/)
    expect(stdout).toContain('26 house')
  })

  it('verifies whole packs', async () => {
    expect(await packs('verify')).toEqual({ exitCode: 0, stdout: 'tiny: whole\n', stderr: '' })
  })

  it('finds a changed graph (wrong sha256) and a missing one, with exit code 3', async () => {
    const graph = join(userPack, 'match.onnx')
    await rm(graph)
    const missing = await packs('verify', 'tiny')
    expect(missing.exitCode).toBe(3)
    expect(missing.stdout).toContain('match.onnx')
    await cp(join(FIXTURE_PACKS, 'tiny', 'match.onnx'), graph)
    await appendFile(graph, 'x')
    expect((await packs('verify')).exitCode).toBe(3)
  })

  it('removes a pack of the user, whole', async () => {
    expect((await packs('remove', 'tiny')).exitCode).toBe(0)
    expect(await readdir(join(dataFolder, 'packs'))).toEqual([])
  })

  it('removes a pack whose manifest is broken', async () => {
    await writeFile(join(userPack, 'manifest.json'), '{')
    expect((await packs('remove', 'tiny')).exitCode).toBe(0)
    expect(await readdir(join(dataFolder, 'packs'))).toEqual([])
  })

  it('never removes a shipped pack, even one in another folder by a path as id', async () => {
    const shipped = await runInProcess(['packs', 'remove', 'tiny'], { packFolders: [FIXTURE_PACKS], dataFolder })
    expect(shipped.exitCode).toBe(2)
    expect(shipped.stderr).toContain('came with Cocanvas and cannot be removed')
    expect((await packs('remove', '../packs')).exitCode).toBe(3)
    expect(await readdir(join(FIXTURE_PACKS, 'tiny'))).toContain('manifest.json')
  })

  it('suggests the action that was meant', async () => {
    expect((await packs('verfy')).stderr).toContain('did you mean verify?')
    expect((await packs('constructor')).exitCode).toBe(2)
  })
})

import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { MakeUpEngine } from '../make-up-engine.ts'
import { runInProcess } from '../run-in-process.ts'
import { temporaryFolder, writePhoto } from '../sample-files.ts'

let folder = ''
beforeEach(async () => {
  folder = await temporaryFolder()
  for (const name of ['photos', 'exemplars']) await mkdir(join(folder, name))
  await writePhoto(join(folder, 'photos', 'me.png'), 200)
  await writePhoto(join(folder, 'photos', 'you.png'), 120)
  await writePhoto(join(folder, 'exemplars', 'stage.jpg'), 90)
  await writePhoto(join(folder, 'exemplars', 'street.jpg'), 190)
})

function batch(engine: MakeUpEngine, extra: readonly string[] = []): ReturnType<typeof runInProcess> {
  const argv = ['batch', '--photos', join(folder, 'photos'), '--exemplars', join(folder, 'exemplars')]
  return runInProcess([...argv, '--out', join(folder, 'out'), ...extra], { engine })
}

describe('cocanvas batch --photos', () => {
  it('makes every pair once, with a sheet, and nothing again', async () => {
    const engine = new MakeUpEngine()
    expect((await batch(engine)).exitCode).toBe(0)
    const files = (await readdir(join(folder, 'out'))).filter((name) => name.endsWith('.png'))
    expect(files.sort()).toEqual([
      'contact-sheet.png',
      'me--stage.png',
      'me--street.png',
      'you--stage.png',
      'you--street.png',
    ])
    expect(engine.madeUp).toBe(4)
    await batch(engine)
    expect(engine.madeUp).toBe(4)
    await copyFile(join(folder, 'exemplars', 'street.jpg'), join(folder, 'exemplars', 'stage.jpg'))
    await batch(engine)
    expect(engine.madeUp).toBe(6)
  })

  it('shares its pairs among shards that together make all of them', async () => {
    const engine = new MakeUpEngine()
    await batch(engine, ['--shard', '1/2'])
    expect(engine.madeUp).toBe(2)
    await batch(engine, ['--shard', '2/2'])
    expect(engine.madeUp).toBe(4)
    expect((await readdir(join(folder, 'out'))).filter((name) => name.endsWith('.png'))).toHaveLength(4)
  })

  it('loses only the pictures of a photo without a face or that cannot be read, each with one sentence', async () => {
    const engine = new MakeUpEngine()
    await writePhoto(join(folder, 'photos', 'dark.png'), 10)
    await writeFile(
      join(folder, 'photos', 'broken.jpg'),
      (await readFile(join(folder, 'exemplars', 'stage.jpg'))).subarray(0, 200),
    )
    const { exitCode, stderr } = await batch(engine)
    expect(exitCode).toBe(2)
    expect(engine.madeUp).toBe(4)
    expect(stderr).toContain('dark--stage.png: No face was found in the photo')
    expect(stderr).toContain('broken--stage.png')
    expect(stderr).not.toContain('    at ')
  })

  it('is told apart from a batch of layouts', async () => {
    const both = await batch(new MakeUpEngine(), ['--layouts', join(folder, 'photos')])
    expect(both.exitCode).toBe(2)
    expect(both.stderr).toContain('give one of them')
  })
})

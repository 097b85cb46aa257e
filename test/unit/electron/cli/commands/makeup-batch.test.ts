import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { GenerationOptions } from '../../../../../electron/cli/engine/engine.ts'
import type { MakeUpRequest } from '../../../../../electron/contract/recipes/make-up.ts'
import type { OfRecipe, RecipeName, RecipeResult, RequestOf } from '../../../../../electron/contract/recipes/recipe.ts'
import { CocanvasError } from '../../../../../electron/contract/error-codes.ts'
import { FakeEngine } from '../fake-engine.ts'
import { runInProcess } from '../run-in-process.ts'
import { temporaryFolder, writePhoto } from '../sample-files.ts'

/** A host that finds a face in everything but dark photos, and paints its first pixel. */
class MakeUpEngine extends FakeEngine {
  madeUp = 0

  override generate<Name extends RecipeName>(
    request: RequestOf<Name>,
    _options: GenerationOptions<Name>,
  ): Promise<OfRecipe<RecipeResult, Name>> {
    if (!isMakeUp(request) || request.full === undefined) throw new Error('another recipe')
    if ((request.photo.image.data[0] ?? 0) < 50)
      return Promise.reject(new CocanvasError('bad-request', 'No face was found in the photo; choose another.'))
    this.madeUp++
    const { recipe, viewId, revision, full } = request
    const window = { x: 0, y: 0, width: 1, height: 1 }
    const patch = { window, data: new Uint8Array(full.channels).fill(7), mask: Uint8Array.of(255) }
    const result: RecipeResult = {
      recipe,
      viewId,
      revision,
      faces: [{ x: 0, y: 0, width: 1, height: 1 }],
      patches: [patch],
      notices: [],
      timings: [],
    }
    return Promise.resolve(result as OfRecipe<RecipeResult, Name>)
  }
}

function isMakeUp(request: { readonly recipe: RecipeName }): request is MakeUpRequest {
  return request.recipe === 'make-up'
}

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

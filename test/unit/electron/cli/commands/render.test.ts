import { lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { StartEngine } from '../../../../../electron/cli/engine/engine.ts'
import { CocanvasError } from '../../../../../electron/contract/error-codes.ts'
import { FakeEngine } from '../fake-engine.ts'
import { runInProcess, type Stage } from '../run-in-process.ts'
import { temporaryFolder, writeLayout, writePhoto } from '../sample-files.ts'

const answerSchema = z.object({
  out: z.string(),
  width: z.number(),
  height: z.number(),
  sha256: z.string(),
  pixelsSha256: z.string(),
  pack: z.object({ id: z.string(), version: z.string() }),
  provider: z.string(),
  timings: z.array(z.object({ stage: z.string(), milliseconds: z.number(), cached: z.boolean() })),
})

let folder = ''
let inputs: string[] = []
beforeEach(async () => {
  folder = await temporaryFolder()
  const layout = await writeLayout(join(folder, 'L.png'))
  const exemplar = await writePhoto(join(folder, 'E.jpg'))
  inputs = ['render', '--pack', 'tiny', '--layout', layout, '--exemplar', exemplar, '--out', join(folder, 'O.png')]
})
const render = (extra: readonly string[] = [], stage: Stage = {}) => runInProcess([...inputs, ...extra], stage)

describe('render', () => {
  it('writes the picture and says what made it', async () => {
    const engine = new FakeEngine()
    const { exitCode, stdout, stderr } = await render(['--size', '64', '--seed', '9'], { engine })
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(stdout).toContain('64×64 with tiny 1.0.0 on cpu')
    expect([...(await sharp(join(folder, 'O.png')).raw().toBuffer()).subarray(0, 1)]).toEqual([3])
    expect(engine.disposed).toBe(1)
    expect(engine.requests[0]?.seed).toBe(9)
  })

  it('prints one JSON object with digests that match the file', async () => {
    const { exitCode, stdout, stderr } = await render(['--json'])
    expect([exitCode, stderr]).toEqual([0, ''])
    const answer = answerSchema.parse(JSON.parse(stdout))
    const bytes = await readFile(join(folder, 'O.png'))
    expect(answer.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(answer.pixelsSha256).toBe(
      createHash('sha256')
        .update(await sharp(bytes).raw().toBuffer())
        .digest('hex'),
    )
    expect(answer).toMatchObject({ width: 256, height: 256, pack: { id: 'tiny', version: '1.0.0' }, provider: 'cpu' })
    expect(answer.timings).toHaveLength(2)
  })

  // Catches masks that go with the wrong photo, are read at their own size, or lie in the wrong order.
  it('takes regions from photos of their own, the later mask over the earlier', async () => {
    const engine = new FakeEngine()
    const [red, dark] = await Promise.all([
      writePhoto(join(folder, 'red.jpg'), 250),
      writePhoto(join(folder, 'dark.jpg'), 10),
    ])
    const mask = async (name: string, left: number): Promise<string> => {
      const values = Uint8Array.from({ length: 16 * 16 }, (_, place) => (place % 16 >= left ? 255 : 0))
      const path = join(folder, name)
      await sharp(values, { raw: { width: 16, height: 16, channels: 1 } })
        .toColourspace('b-w')
        .png()
        .toFile(path)
      return path
    }
    const [half, quarter] = [await mask('half.png', 8), await mask('quarter.png', 12)]
    const regions = ['--region-exemplar', red, '--region', half, '--region-exemplar', dark, '--region', quarter]
    const { exitCode, stderr } = await render(['--size', '64', ...regions], { engine })
    expect([exitCode, stderr]).toEqual([0, ''])
    const sent = engine.requests[0]?.regions
    expect([...(sent?.map.data.subarray(0, 64) ?? [])].filter((_, x) => x % 16 === 0)).toEqual([0, 0, 1, 2])
    expect(sent?.exemplars.map(({ image }) => (image.data[0] ?? 0) > 128)).toEqual([true, false])
  })

  it('refuses a region without its photo in one sentence, and sends no regions when none were given', async () => {
    const lonely = await render(['--region', join(folder, 'L.png')])
    expect(lonely.exitCode).not.toBe(0)
    expect(lonely.stderr).toContain('Every --region-exemplar PHOTO needs a --region MASK')
    const engine = new FakeEngine()
    await render([], { engine })
    expect(Object.keys(engine.requests[0] ?? {})).not.toContain('regions')
  })

  it('keeps the proportions of a wide layout at the pack’s area when no size is given', async () => {
    await writeLayout(join(folder, 'L.png'), [3, 10], 200, 100)
    const engine = new FakeEngine()
    await render([], { engine })
    expect(engine.requests[0]?.size).toEqual({ width: 352, height: 192 })
  })

  it('writes the warp only when asked', async () => {
    await render(['--warp', join(folder, 'W.png')])
    expect((await readdir(folder)).sort()).toEqual(['E.jpg', 'L.png', 'O.png', 'W.png'])
    expect((await sharp(join(folder, 'W.png')).raw().toBuffer())[2]).toBe(255)
  })

  it('lets the annotator label the exemplar unless its layout is given', async () => {
    const engine = new FakeEngine()
    await render([], { engine })
    const labels = await writeLayout(join(folder, 'EL.png'), [22, 5], 160, 120)
    await render(['--exemplar-layout', labels], { engine })
    expect(engine.requests[0]?.exemplar.condition).toBe('annotate')
    expect(engine.requests[1]?.exemplar.condition).toMatchObject({ kind: 'labels', labels: { width: 80, height: 60 } })
  })

  // A cold start is mostly loading graphs; it should not wait for the photo.
  it('has the pack loaded while it reads the inputs', async () => {
    const engine = new FakeEngine()
    await render([], { engine })
    expect(engine.loaded).toEqual(['tiny'])
  })

  it('tells of labels that look shifted by one, and of a photo without its end, and goes on', async () => {
    const layout = await writeLayout(join(folder, 'L.png'), [2, 9])
    const photo = join(folder, 'E.jpg')
    const whole = await readFile(photo)
    await writeFile(photo, whole.subarray(0, whole.length - 2))
    const { exitCode, stderr } = await render()
    expect(exitCode).toBe(0)
    expect(stderr.trimEnd().split('\n')).toEqual([
      `${layout} looks as if its class ids were one too low; if they are, add 1 to every value, or open the file in the editor, whose import does so.`,
      `${photo} lacks its end marker, so it was probably cut short while copying; all of its pixels are there.`,
    ])
  })

  it.skipIf(process.platform === 'win32')('writes through a link, and keeps a private file private', async () => {
    const target = join(folder, 'private.png')
    await writeFile(target, 'old', { mode: 0o600 })
    await symlink('private.png', join(folder, 'O.png'))
    expect((await render()).exitCode).toBe(0)
    expect((await lstat(join(folder, 'O.png'))).isSymbolicLink()).toBe(true)
    expect((await stat(target)).mode & 0o777).toBe(0o600)
    expect((await sharp(target).metadata()).width).toBe(256)
  })

  it('writes to the longest names that disks take', async () => {
    const long = join(folder, `${'\uAC00'.repeat(75)}.png`)
    inputs = inputs.map((word) => (word.endsWith('O.png') ? long : word))
    expect((await render()).exitCode).toBe(0)
    expect((await sharp(await readFile(long)).metadata()).width).toBe(256)
  })

  it('shows stages on a terminal and wipes them before the result', async () => {
    const { stderr } = await render([], { terminal: true })
    expect(stderr).toContain('match 50 %')
    expect(stderr.endsWith('\r\u001b[2K')).toBe(true)
  })
})

describe('render refuses', () => {
  const refused = async (exitCode: number, sentence: string, extra: readonly string[] = [], stage: Stage = {}) => {
    const before = await readdir(folder)
    const outcome = await render(extra, stage)
    expect(outcome.stderr).toContain(sentence)
    expect(outcome.stderr.trimEnd().split('\n')).toHaveLength(1)
    expect([outcome.exitCode, outcome.stdout]).toEqual([exitCode, ''])
    expect(await readdir(folder)).toEqual(before)
  }

  it('swapped arguments, by asking', async () => {
    inputs = inputs.map((word) =>
      word.endsWith('L.png') ? join(folder, 'E.jpg') : word.endsWith('E.jpg') ? join(folder, 'L.png') : word,
    )
    await refused(2, 'are the layout and the exemplar swapped?', ['--json'])
  })

  it('a class that the pack does not know', async () => {
    await writeLayout(join(folder, 'L.png'), [3, 77])
    await refused(2, '77 (2048 pixels); paint only classes that it has; "cocanvas packs show tiny" lists them.')
  })

  it('a missing, an empty and a truncated photo', async () => {
    const photo = join(folder, 'E.jpg')
    const whole = await readFile(photo)
    await writeFile(photo, whole.subarray(0, whole.length >> 1))
    await refused(2, `${photo} is damaged or cut short`)
    await writeFile(photo, '')
    await refused(2, `${photo} is empty (0 bytes)`)
    inputs = inputs.map((word) => (word === photo ? join(folder, 'none.jpg') : word))
    await refused(2, 'none.jpg does not exist')
  })

  it('labels of the exemplar with other proportions', async () => {
    await refused(2, 'does not have the exemplar', ['--exemplar-layout', join(folder, 'L.png')])
  })

  it('a size of more than 16 megapixels', async () => {
    await refused(2, 'larger than 16 megapixels', ['--size', '8000x8000'])
  })

  it('options that would have no effect', async () => {
    await refused(2, 'leave --layout-photo out', ['--layout-photo', join(folder, 'E.jpg')])
    await refused(2, 'adds to --exemplar-layout FILE; give both', ['--exemplar-eyeglasses', join(folder, 'L.png')])
  })

  it('an unknown provider', async () => {
    await refused(2, '--provider gpu is not known: choose one of auto, cpu', ['--provider', 'gpu'])
  })

  it('an unknown pack with exit code 3', async () => {
    inputs = inputs.map((word) => (word === 'tiny' ? 'tinny' : word))
    await refused(3, 'There is no pack called tinny; choose one of tiny, tiny-pose.')
  })

  it('an output folder that is missing, before starting the host', async () => {
    inputs = inputs.map((word) => (word.endsWith('O.png') ? join(folder, 'no', 'O.png') : word))
    await refused(2, 'does not exist, so make it first', [], {
      startEngine: () => Promise.reject(new Error('started')),
    })
  })

  it('an output that is read-only or has too long a name, before starting the host', async () => {
    const stage: Stage = { startEngine: () => Promise.reject(new Error('started')) }
    await writeFile(join(folder, 'O.png'), 'old', { mode: 0o444 })
    const readOnly = await render([], stage)
    expect([readOnly.exitCode, readOnly.stderr]).toEqual([
      2,
      expect.stringContaining('O.png cannot be written: it is read-only'),
    ])
    expect(await readFile(join(folder, 'O.png'), 'utf8')).toBe('old')
    inputs = inputs.map((word) => (word.endsWith('O.png') ? join(folder, `${'\uAC00'.repeat(90)}.png`) : word))
    const tooLong = await render([], stage)
    expect([tooLong.exitCode, tooLong.stderr]).toEqual([
      2,
      expect.stringContaining('its name is longer than 255 bytes'),
    ])
  })

  it('a region mask that marks nothing', async () => {
    const mask = await writeLayout(join(folder, 'M.png'), [0, 0])
    await refused(2, 'marks no region', ['--region', mask, '--region-exemplar', join(folder, 'E.jpg')])
  })

  it('an output that is a folder', async () => {
    await mkdir(join(folder, 'O.png'))
    await refused(2, 'it is a folder, so name a file inside it')
  })

  it('to replace an input by the picture, however its path is written', async () => {
    const layout = join(folder, 'L.png')
    const untouched = await readFile(layout)
    inputs = inputs.map((word) => (word.endsWith('O.png') ? join(folder, '..', basename(folder), 'L.png') : word))
    await refused(2, 'L.png is also --layout; choose another place for it.')
    expect(await readFile(layout)).toEqual(untouched)
  })

  it('to write the warp where the picture goes', async () => {
    await refused(2, 'O.png is also --out', ['--warp', join(folder, 'O.png')])
  })

  // The file would be a PNG that many programs refuse to open by that name.
  it('to call a PNG by another name', async () => {
    inputs = inputs.map((word) => (word.endsWith('O.png') ? join(folder, 'O.jpg') : word))
    await refused(2, 'O.jpg would be a PNG with another name; let it end in .png.')
  })

  it('when the provider fails, with exit code 4 and no files', async () => {
    const engine = new FakeEngine()
    engine.beforePicture = () => {
      throw new CocanvasError('provider-failed', 'The CPU provider cannot run this pack; reinstall Cocanvas.')
    }
    await refused(4, 'The CPU provider cannot run this pack', ['--warp', join(folder, 'W.png')], { engine })
    expect(engine.disposed).toBe(1)
  })

  it('to go on after Ctrl-C: exit code 130, nothing written, host disposed', async () => {
    const controller = new AbortController()
    const engine = new FakeEngine()
    engine.beforePicture = () => {
      controller.abort()
    }
    await refused(130, 'Cancelled.', [], { engine, controller })
    expect(engine.disposed).toBe(1)
  })

  // Ctrl-C may also reach the host; that it "ended and was started again" is then no news but noise.
  it('to tell after Ctrl-C what became of the host', async () => {
    const controller = new AbortController()
    const engine = new FakeEngine()
    const startEngine: StartEngine = ({ onNotice }) => {
      engine.beforePicture = () => {
        controller.abort()
        onNotice('The inference host ended (signal SIGINT), so it was started again.')
      }
      return Promise.resolve(engine)
    }
    await refused(130, 'Cancelled.', [], { startEngine, controller })
  })
})

import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FakeEngine } from '../fake-engine.ts'
import { runInProcess, type Stage } from '../run-in-process.ts'
import { temporaryFolder, writeLayout, writePhoto } from '../sample-files.ts'

let folder = ''
beforeEach(async () => {
  folder = await temporaryFolder()
  await mkdir(join(folder, 'layouts'))
  await mkdir(join(folder, 'exemplars'))
  await writeLayout(join(folder, 'layouts', 'lake.png'), [3, 22])
  await writeLayout(join(folder, 'layouts', 'meadow.png'), [3, 10])
  await writePhoto(join(folder, 'exemplars', 'dawn.jpg'), 200)
  await writePhoto(join(folder, 'exemplars', 'dusk.png'), 90)
})
const batch = (extra: readonly string[] = [], stage: Stage = {}, out = 'out', size = '64') =>
  runInProcess(
    [
      'batch',
      '--pack',
      'tiny',
      '--layouts',
      join(folder, 'layouts'),
      '--exemplars',
      join(folder, 'exemplars'),
      '--out',
      join(folder, out),
      '--size',
      size,
      ...extra,
    ],
    stage,
  )
const flatJpeg = (red: number) =>
  sharp({ create: { width: 80, height: 60, channels: 3, background: { r: red, g: 120, b: 60 } } })
    .jpeg()
    .toBuffer()
const outFiles = async () => (await readdir(join(folder, 'out'))).sort()

const ALL = [
  '.cocanvas-batch.json',
  'contact-sheet.png',
  'lake--dawn.png',
  'lake--dusk.png',
  'meadow--dawn.png',
  'meadow--dusk.png',
]

describe('batch', () => {
  it('makes every pair from its own layout and exemplar, and the sheet', async () => {
    const { exitCode, stdout, stderr } = await batch()
    expect(exitCode).toBe(0)
    expect(stdout).toContain('4 pictures made')
    expect(stderr.trimEnd().split('\n')).toHaveLength(4)
    expect(await outFiles()).toEqual(ALL)
    const lakeDusk = await sharp(join(folder, 'out', 'lake--dusk.png'))
      .raw()
      .toBuffer()
    expect([lakeDusk[0], lakeDusk[1], lakeDusk.at(-3)]).toEqual([3, 90, 22])
  })

  it('makes nothing twice and does not even start the host', async () => {
    await batch()
    const before = await readFile(join(folder, 'out', 'contact-sheet.png'))
    const { exitCode, stdout } = await batch([], { startEngine: () => Promise.reject(new Error('started')) })
    expect(exitCode).toBe(0)
    expect(stdout).toContain('0 pictures made, 4 finished earlier')
    expect((await readFile(join(folder, 'out', 'contact-sheet.png'))).equals(before)).toBe(true)
  })

  it('makes again what was deleted, damaged or has a changed input, and only that', async () => {
    await batch()
    await rm(join(folder, 'out', 'lake--dawn.png'))
    await writeFile(join(folder, 'out', 'lake--dusk.png'), 'half')
    await writeLayout(join(folder, 'layouts', 'meadow.png'), [3, 5])
    const engine = new FakeEngine()
    await batch([], { engine })
    expect(engine.requests).toHaveLength(4)
    const again = new FakeEngine()
    await rm(join(folder, 'out', 'meadow--dusk.png'))
    await batch([], { engine: again })
    expect(again.requests).toHaveLength(1)
  })

  // Bug it would catch: larger pictures of a batch that are painted flat where `render` copies the photo's detail.
  it('lets larger pictures be finished with the photo’s detail, at exactly the size', async () => {
    const engine = new FakeEngine()
    await batch([], { engine }, 'out', '301x199')
    expect(engine.requests[0]).toMatchObject({
      size: { width: 320, height: 224 },
      finished: { width: 301, height: 199 },
    })
  })

  it('makes everything again for another seed or size', async () => {
    await batch()
    const engine = new FakeEngine()
    await batch(['--seed', '5'], { engine })
    expect(engine.requests).toHaveLength(4)
  })

  it('goes on after Ctrl-C where it stopped', async () => {
    const controller = new AbortController()
    const engine = new FakeEngine()
    engine.beforePicture = () => {
      if (engine.requests.length === 3) controller.abort()
    }
    const stopped = await batch([], { engine, controller })
    expect([stopped.exitCode, stopped.stdout]).toEqual([130, ''])
    expect(await outFiles()).toEqual(['.cocanvas-batch.json', 'lake--dawn.png', 'meadow--dawn.png'])
    const next = new FakeEngine()
    expect((await batch([], { engine: next })).exitCode).toBe(0)
    expect(next.requests).toHaveLength(2)
    expect(await outFiles()).toEqual(ALL)
  })

  it('names a bad layout and a bad photo once each, makes the rest, and exits with 2', async () => {
    await writeFile(join(folder, 'layouts', 'broken.png'), 'nonsense')
    await writeFile(join(folder, 'exemplars', 'empty.jpg'), 'nonsense')
    const { exitCode, stdout, stderr } = await batch(['--json'])
    expect(exitCode).toBe(2)
    expect(stderr.match(/broken\.png is not a picture/g)).toHaveLength(1)
    expect(stderr.match(/empty\.jpg is not a picture/g)).toHaveLength(1)
    const answer = z
      .object({ pictures: z.array(z.unknown()), failures: z.array(z.object({ path: z.string() })) })
      .parse(JSON.parse(stdout))
    expect(answer.pictures).toHaveLength(4)
    expect(answer.failures).toHaveLength(2)
  })

  it('keeps two photos apart that differ in their extension alone', async () => {
    await writePhoto(join(folder, 'exemplars', 'dawn.png'), 10)
    await batch()
    expect(await outFiles()).toContain('lake--dawn-jpg.png')
    expect(await outFiles()).toContain('lake--dawn-png.png')
  })

  // Each of these made two pictures into one file and reported both as made.
  it.each([
    [['lake'], ['a.jpg', 'a.JPG', 'a.png']],
    [['lake'], ['lake.jpg', 'lake.png', 'lake-jpg.jpg']],
    [
      ['x', 'x--y'],
      ['y--z.jpg', 'z.jpg'],
    ],
    [['lake'], ['\u00e9.jpg', 'e\u0301.jpg']],
  ])('gives every pair of %j and %j a file of its own, on disks that ignore case too', async (layouts, photos) => {
    for (const kind of ['layouts', 'exemplars']) await rm(join(folder, kind), { recursive: true })
    for (const kind of ['layouts', 'exemplars']) await mkdir(join(folder, kind))
    for (const name of layouts) await writeLayout(join(folder, 'layouts', `${name}.png`), [3, 22])
    for (const [index, name] of photos.entries())
      await writeFile(join(folder, 'exemplars', name), await flatJpeg(40 * index))
    const { stdout } = await batch(['--json'])
    const { pictures } = z
      .object({ pictures: z.array(z.object({ file: z.string(), sha256: z.string() })) })
      .parse(JSON.parse(stdout))
    expect(pictures).toHaveLength(layouts.length * photos.length)
    expect(new Set(pictures.map(({ file }) => file.normalize('NFC').toLowerCase())).size).toBe(pictures.length)
    for (const { file, sha256 } of pictures)
      expect(
        createHash('sha256')
          .update(await readFile(join(folder, 'out', file)))
          .digest('hex'),
      ).toBe(sha256)
    const again = new FakeEngine()
    await batch([], { engine: again })
    expect(again.requests).toHaveLength(0)
  })

  it('makes in shards what it makes at once, each picture by one of them, and the sheet at the end', async () => {
    const made: string[] = []
    for (const part of [1, 2, 3]) {
      const { exitCode, stdout } = await batch(['--json', '--shard', `${String(part)}/3`])
      expect(exitCode).toBe(0)
      const answer = z.object({ pictures: z.array(z.object({ file: z.string() })) }).parse(JSON.parse(stdout))
      made.push(...answer.pictures.map(({ file }) => file))
      expect(await outFiles()).not.toContain('contact-sheet.png')
    }
    expect(made.sort()).toEqual(ALL.slice(2))
    const engine = new FakeEngine()
    expect((await batch([], { engine })).stdout).toContain('0 pictures made, 4 finished earlier')
    expect(engine.requests).toHaveLength(0)
    expect(await outFiles()).toContain('contact-sheet.png')
  })

  it('refuses a shard that is no part of a whole', async () => {
    for (const shard of ['0/3', '4/3', '2', 'a/b']) {
      const { exitCode, stderr } = await batch(['--shard', shard])
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`--shard ${shard} is no part of a whole`)])
    }
  })

  it('cuts names that together are too long for a disk, and keeps them apart', async () => {
    const long = '\uAC00'.repeat(75)
    await writeLayout(join(folder, 'layouts', `${long}.png`), [3, 22])
    await writePhoto(join(folder, 'exemplars', `${long}.jpg`), 10)
    await writePhoto(join(folder, 'exemplars', `${long}2.jpg`), 20)
    const { exitCode, stdout } = await batch()
    expect(exitCode).toBe(0)
    expect(stdout).toContain('12 pictures made')
    for (const file of await outFiles()) expect(Buffer.byteLength(file)).toBeLessThanOrEqual(255)
  })

  it('tells of a picture that cannot be written before it makes any, and makes the others', async () => {
    await mkdir(join(folder, 'out', 'lake--dawn.png'), { recursive: true })
    const engine = new FakeEngine()
    const { exitCode, stderr } = await batch([], { engine })
    expect([exitCode, engine.requests.length]).toEqual([2, 3])
    expect(stderr.split('\n')[0]).toContain('lake--dawn.png cannot be written: it is a folder')
  })

  it('draws a bar on a terminal and leaves no rubbish behind', async () => {
    const { stderr } = await batch([], { terminal: true })
    expect(stderr).toContain('██████░░')
    expect(stderr).toMatch(/2\/4, \d+ ms left/)
    expect(stderr.endsWith('\r\u001b[2K')).toBe(true)
  })

  // The next run would take the pictures for layouts and complain about every one of them.
  it('does not write among its inputs', async () => {
    const { exitCode, stderr } = await batch(['--captions'], {}, 'layouts')
    expect([exitCode, stderr]).toEqual([
      2,
      `--out ${join(folder, 'layouts')} is also --layouts; choose another place for it.\n`,
    ])
    expect(await readdir(join(folder, 'layouts'))).toEqual(['lake.png', 'meadow.png'])
  })

  it('tells what made each picture, in JSON', async () => {
    await batch()
    await rm(join(folder, 'out', 'lake--dusk.png'))
    const { stdout } = await batch(['--json'])
    const answer = z
      .object({ pictures: z.array(z.object({ file: z.string(), provider: z.string().optional() })) })
      .parse(JSON.parse(stdout))
    expect(answer.pictures.filter(({ provider }) => provider === 'cpu').map(({ file }) => file)).toEqual([
      'lake--dusk.png',
    ])
  })

  it('says when a folder is missing, is a file, or holds no pictures', async () => {
    const outcomes = [
      await runInProcess(['batch', '--pack', 'tiny', '--layouts', '/no/such', '--exemplars', folder, '--out', folder]),
      await runInProcess([
        'batch',
        '--pack',
        'tiny',
        '--layouts',
        join(folder, 'layouts', 'lake.png'),
        '--exemplars',
        folder,
        '--out',
        folder,
      ]),
      await runInProcess(['batch', '--pack', 'tiny', '--layouts', folder, '--exemplars', folder, '--out', folder]),
    ]
    expect(outcomes.map(({ exitCode }) => exitCode)).toEqual([2, 2, 2])
    expect(outcomes.map(({ stderr }) => stderr).join('')).toMatch(
      /does not exist[\s\S]*is a file[\s\S]*holds no pictures/,
    )
  })
})

import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encode } from 'fast-png'
import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { CocanvasError } from '../../../../../electron/contract/error-codes.ts'
import { FakeEngine } from '../fake-engine.ts'
import { runInProcess, type Outcome } from '../run-in-process.ts'
import { temporaryFolder, writeLayout, writePhoto } from '../sample-files.ts'

const PACKS = join(import.meta.dirname, '../../../../fixtures/condition-packs')
const SIDE = 64

let folder = ''
beforeEach(async () => {
  folder = await temporaryFolder()
  await mkdir(join(folder, 'layouts'))
  await mkdir(join(folder, 'exemplars'))
  await writePhoto(join(folder, 'exemplars', 'anna.jpg'), 200, 256, 256)
})

const command = (name: string, pack: string, engine: FakeEngine, extra: readonly string[]): Promise<Outcome> =>
  runInProcess([name, '--pack', pack, ...extra], { engine, packFolders: [PACKS] })

const batch = (pack: string, engine: FakeEngine, ...extra: readonly string[]): Promise<Outcome> =>
  command('batch', pack, engine, [
    ...['--layouts', join(folder, 'layouts'), '--exemplars', join(folder, 'exemplars')],
    ...['--out', join(folder, 'out'), ...extra],
  ])

const lines = (from: number): string =>
  JSON.stringify({
    width: SIDE,
    height: SIDE,
    lines: [
      {
        part: 'skin',
        points: [
          [from, 8],
          [from, 56],
        ],
      },
    ],
  })

/** Poses of 18 points, all of them where the numbers say. */
const poses = (...places: readonly number[]): string =>
  JSON.stringify({
    canvas_width: 256,
    canvas_height: 256,
    people: places.map((at) => ({
      pose_keypoints_2d: Array.from({ length: 18 }, (_, joint) => [at + joint, 40 + 5 * joint, 1]).flat(),
    })),
  })
const pose = (at: number): string => poses(at)

async function partMasks(name: string): Promise<void> {
  await mkdir(join(folder, 'layouts', name))
  const square = encode({
    width: SIDE,
    height: SIDE,
    channels: 1,
    depth: 8,
    data: new Uint8Array(SIDE * SIDE).fill(255),
  })
  await writeFile(join(folder, 'layouts', name, '00000_skin.png'), square)
}

describe('batch for packs of other conditions', () => {
  it('draws faces from lines, from parts with their photo and from folders of part masks', async () => {
    await writeFile(join(folder, 'layouts', 'drawn.json'), lines(20))
    await writeLayout(join(folder, 'layouts', 'parted.png'), [13, 1])
    await partMasks('masks')
    await mkdir(join(folder, 'photos'))
    for (const name of ['parted', 'masks']) await writePhoto(join(folder, 'photos', `${name}.jpg`), 90, SIDE, SIDE)
    const engine = new FakeEngine()
    const photos = ['--layout-photos', join(folder, 'photos')]
    const outcome = await batch('tiny-faces', engine, '--condition', 'edges', '--size', '256', ...photos)
    expect([outcome.exitCode, outcome.stdout]).toEqual([0, expect.stringContaining('3 pictures made')])
    expect(engine.requests.map(({ condition }) => condition.kind).sort()).toEqual(['channels', 'edges', 'lines'])
    expect(await readdir(join(folder, 'out'))).toContain('contact-sheet.png')
    // The sheet shows the drawing itself: dark lines on white.
    const sheet = await sharp(join(folder, 'out', 'contact-sheet.png')).stats()
    expect(sheet.channels[0]?.max).toBe(255)
    const again = new FakeEngine()
    expect((await batch('tiny-faces', again, '--condition', 'edges', '--size', '256', ...photos)).exitCode).toBe(0)
    expect(again.requests).toHaveLength(0)
  })

  it('says which face lacks its photo and makes the others', async () => {
    await writeFile(join(folder, 'layouts', 'drawn.json'), lines(20))
    await writeLayout(join(folder, 'layouts', 'parted.png'), [13, 1])
    const engine = new FakeEngine()
    const { exitCode, stderr } = await batch('tiny-faces', engine, '--condition', 'edges', '--size', '256')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('--layout-photos DIR')
    expect(engine.requests).toHaveLength(1)
  })

  it('makes a changed drawing again, and only that', async () => {
    await writeFile(join(folder, 'layouts', 'one.json'), lines(20))
    await writeFile(join(folder, 'layouts', 'two.json'), lines(30))
    await batch('tiny-faces', new FakeEngine(), '--condition', 'edges', '--size', '256')
    await writeFile(join(folder, 'layouts', 'two.json'), lines(31))
    const engine = new FakeEngine()
    await batch('tiny-faces', engine, '--condition', 'edges', '--size', '256')
    expect(engine.requests).toHaveLength(1)
  })

  it('makes every pose of a folder with every person', async () => {
    for (const [name, at] of [
      ['left', 60],
      ['right', 150],
    ] as const)
      await writeFile(join(folder, 'layouts', `${name}.json`), pose(at))
    const engine = new FakeEngine()
    const { exitCode, stdout } = await batch('tiny-people', engine, '--size', '224')
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('2 pictures made')])
    expect(engine.requests.map(({ condition }) => condition.kind)).toEqual(['pose', 'pose'])
    const [left, right] = await Promise.all(
      ['left', 'right'].map((name) =>
        sharp(join(folder, 'out', `${name}--anna.png`))
          .raw()
          .toBuffer(),
      ),
    )
    expect(left?.equals(right ?? Buffer.alloc(0))).toBe(false)
  })

  // Bugs it would catch: only the first person of a pose could be had, and two choices of one pose shared a finished picture.
  it('makes the person that --person names, and again for another one', async () => {
    await writeFile(join(folder, 'layouts', 'two.json'), poses(60, 150))
    const engine = new FakeEngine()
    for (const person of ['1', '2', '2']) await batch('tiny-people', engine, '--size', '224', '--person', person)
    expect(engine.requests.map(({ condition }) => (condition.kind === 'pose' ? condition.points[0]?.[0] : 0))).toEqual([
      60, 150,
    ])
    const { exitCode, stderr } = await batch('tiny-people', engine, '--size', '224', '--person', '3')
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('--person 3 is not there')])
    const labels = await batch('tiny-faces', engine, '--size', '256', '--person', '1', '--condition', 'edges')
    expect([labels.exitCode, labels.stderr]).toEqual([2, expect.stringContaining('knows no people')])
  })

  it('takes poses and photos from lists, each relative to its list and once', async () => {
    await mkdir(join(folder, 'more'))
    await writeFile(join(folder, 'layouts', 'walk.json'), pose(60))
    await writeFile(join(folder, 'more', 'walk.json'), pose(150))
    await writeFile(join(folder, 'poses.txt'), '# a walk\nlayouts/walk.json\r\n\nmore/walk.json\nlayouts/walk.json\n')
    const engine = new FakeEngine()
    const from = (list: string): Promise<Outcome> =>
      command('batch', 'tiny-people', engine, [
        ...['--layouts', join(folder, list), '--exemplars', join(folder, 'exemplars')],
        ...['--out', join(folder, 'out'), '--size', '224'],
      ])
    expect((await from('poses.txt')).stdout).toContain('2 pictures made')
    expect((await readdir(join(folder, 'out'))).filter((name) => name.includes('--'))).toEqual([
      'walk-json--anna.png',
      'walk-json-2--anna.png',
    ])
    await writeFile(join(folder, 'photos.txt'), 'exemplars/anna.jpg\n')
    const photo = await from('photos.txt')
    expect([photo.exitCode, photo.stderr]).toEqual([2, expect.stringContaining('which is none of .json')])
    const missing = await from('nowhere.txt')
    expect([missing.exitCode, missing.stderr]).toEqual([2, expect.stringContaining('does not exist')])
    await writeFile(join(folder, 'gone.txt'), 'layouts/walk.json\nlayouts/gone.json\n')
    const gone = await from('gone.txt')
    expect([gone.exitCode, gone.stderr]).toEqual([2, expect.stringContaining('gone.json does not exist')])
  })

  // Bug it would catch: one photo without a person ended a night's batch.
  it('names the photo that shows nobody, and makes the pictures of the others', async () => {
    await writeFile(join(folder, 'layouts', 'walk.json'), pose(60))
    await writePhoto(join(folder, 'exemplars', 'rocks.jpg'), 90, 256, 256)
    const engine = new FakeEngine()
    engine.beforePicture = ({ exemplar }) => {
      if (exemplar.image.data[0] !== 200) throw new CocanvasError('bad-request', 'No person was found in the photo.')
    }
    const { exitCode, stdout, stderr } = await batch('tiny-people', engine, '--size', '224')
    expect([exitCode, stdout]).toEqual([2, expect.stringContaining('1 picture made')])
    expect(stderr).toContain('rocks.jpg: No person was found in the photo.')
  })

  it('refuses a background where the pack tells no person from it', async () => {
    await writeFile(join(folder, 'layouts', 'walk.json'), pose(60))
    const { exitCode, stderr } = await batch('tiny-people', new FakeEngine(), '--background', 'kept')
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('leave --background out')])
  })

  it('takes what an exemplar shows from the file of its name, as class numbers where its graph wants those', async () => {
    await writeFile(join(folder, 'layouts', 'drawn.json'), lines(20))
    await mkdir(join(folder, 'shown'))
    await writeLayout(join(folder, 'shown', 'anna.png'), [13, 1])
    const engine = new FakeEngine()
    const shown = ['--exemplar-layouts', join(folder, 'shown')]
    await batch('tiny-faces', engine, '--condition', 'edges', '--size', '256', ...shown)
    expect(engine.requests[0]?.exemplar.condition).toMatchObject({ kind: 'labels' })
    await writePhoto(join(folder, 'exemplars', 'berta.jpg'), 100, 256, 256)
    const missing = await batch('tiny-faces', new FakeEngine(), '--condition', 'edges', '--size', '256', ...shown)
    expect(missing.stderr).toContain('berta.jpg has no layout of its name')
  })

  it('refuses photos of layouts where the pack has no use for them', async () => {
    await writeFile(join(folder, 'layouts', 'pose.json'), pose(60))
    const { exitCode, stderr } = await batch(
      'tiny-people',
      new FakeEngine(),
      '--layout-photos',
      join(folder, 'exemplars'),
    )
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('looks at no photo of the layout')])
  })
})

describe('bench for packs of other conditions', () => {
  it.each([
    ['tiny-faces', 'labels', 'labels', 'labels', '256'],
    // A drawing is changed line by line, as the editor does it.
    ['tiny-faces', 'edges', 'lines', 'labels', '256'],
    ['tiny-people', 'pose', 'pose', 'pose', '224'],
  ])('measures %s by %s, with an exemplar that its graph can take', async (pack, kind, drawn, shown, size) => {
    const engine = new FakeEngine()
    const extra = ['--condition', kind, '--size', size, '--repeats', '2']
    expect((await command('bench', pack, engine, extra)).exitCode).toBe(0)
    expect(engine.requests.map(({ condition }) => condition.kind)).toEqual([drawn, drawn, drawn])
    expect(engine.requests[0]?.exemplar.condition).toMatchObject({ kind: shown })
  })
})

import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import type { OfficialVariantId } from '../../electron/importer/architecture/official-variant.ts'
import { temporaryFolder, writeLayout, writePhoto } from '../unit/electron/cli/sample-files.ts'
import { runBuiltCli, startCli } from './built-cli.ts'
import { writeSeededPair } from './seeded-checkpoints.ts'

/** An import and some renders at full picture size. */
const PATIENCE = 180_000

let folder = ''
let dataFolder = ''
let exemplar = ''
beforeEach(async () => {
  folder = await temporaryFolder()
  dataFolder = await mkdtemp(join(tmpdir(), 'cocanvas-data-'))
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }))
  exemplar = await writePhoto(join(folder, 'exemplar.jpg'), 180, 90, 60)
})

async function importVariant(variant: OfficialVariantId): Promise<void> {
  const [corr, gen] = await writeSeededPair(folder, variant)
  const named = variant === 'ade20k-noise' ? ['--variant', variant] : []
  const { exitCode, stderr } = await runBuiltCli(
    dataFolder,
    ...['import', '--corr', corr, '--gen', gen, '--accept-licence', ...named],
  )
  expect([exitCode, stderr]).toEqual([
    0,
    variant === 'ade20k'
      ? 'These files could be ade20k-noise too; if yours were trained that way, import them again with --variant ade20k-noise.\n'
      : '',
  ])
}

const reportSchema = z.object({ pixelsSha256: z.string() })

/** Renders with an imported pack and gives the checksum of the pixels. */
async function render(variant: OfficialVariantId, ...argv: string[]): Promise<string> {
  const out = join(folder, 'picture.png')
  const { exitCode, stdout, stderr } = await runBuiltCli(
    dataFolder,
    ...['render', '--pack', `cocosnet-${variant}`, '--exemplar', exemplar, '--out', out],
    ...['--provider', 'cpu', '--json', ...argv],
  )
  expect([exitCode, stderr]).toEqual([0, ''])
  expect(await sharp(out).metadata()).toMatchObject({ width: 256, height: 256, channels: 3 })
  return reportSchema.parse(JSON.parse(stdout)).pixelsSha256
}

describe('from checkpoints to a picture', () => {
  it(
    'ade20k: raw indices, with labels of the exemplar that it cannot do without',
    async () => {
      await importVariant('ade20k')
      // 0 is ADE20k's unlabelled and 150 its last class: a port that shifts them refuses one of the two.
      const layout = await writeLayout(join(folder, 'L.png'), [0, 150])
      const labels = await writeLayout(join(folder, 'E.png'), [150, 0], 90, 60)
      const other = await writeLayout(join(folder, 'F.png'), [3, 10], 90, 60)
      const first = await render('ade20k', '--layout', layout, '--exemplar-layout', labels)
      expect(await render('ade20k', '--layout', layout, '--exemplar-layout', other)).not.toBe(first)
      const { exitCode, stderr } = await runBuiltCli(
        dataFolder,
        ...['render', '--pack', 'cocosnet-ade20k', '--layout', layout, '--exemplar', exemplar],
        ...['--out', join(folder, 'P.png'), '--provider', 'cpu'],
      )
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining('--exemplar-layout FILE')])
    },
    PATIENCE,
  )

  it(
    'ade20k-noise: no labels of the exemplar, and the same seed gives the same picture',
    async () => {
      await importVariant('ade20k-noise')
      const layout = await writeLayout(join(folder, 'L.png'), [3, 22])
      const first = await render('ade20k-noise', '--layout', layout, '--seed', '5')
      expect(await render('ade20k-noise', '--layout', layout, '--seed', '5')).toBe(first)
      expect(await render('ade20k-noise', '--layout', layout, '--seed', '6')).not.toBe(first)
    },
    PATIENCE,
  )

  it(
    'celebahq: eyeglasses from a mask of their own, or painted among the classes',
    async () => {
      await importVariant('celebahq')
      const face = await writeLayout(join(folder, 'L.png'), [13, 1])
      const labels = await writeLayout(join(folder, 'E.png'), [13, 1], 90, 60)
      const glasses = await writeLayout(join(folder, 'G.png'), [0, 255])
      const painted = await writeLayout(join(folder, 'P.png'), [13, 3])
      const bare = await render('celebahq', '--layout', face, '--exemplar-layout', labels)
      const masked = ['--layout', face, '--layout-eyeglasses', glasses]
      const worn = await render('celebahq', ...masked, '--exemplar-layout', labels)
      expect(worn).not.toBe(bare)
      expect(await render('celebahq', '--layout', painted, '--exemplar-layout', labels)).toBe(worn)
    },
    PATIENCE,
  )

  it(
    'celebahqedge: a part map and the photo whose other edges are kept',
    async () => {
      await importVariant('celebahqedge')
      const parts = await writeLayout(join(folder, 'L.png'), [13, 1])
      const labels = await writeLayout(join(folder, 'E.png'), [13, 1], 90, 60)
      const photo = await writePhoto(join(folder, 'photo.png'), 20, 64, 64)
      const striped = join(folder, 'striped.png')
      const pixels = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, byte) => ((byte / 48) & 1) * 255))
      await sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } }).toFile(striped)
      const argv = ['--layout', parts, '--exemplar-layout', labels, '--layout-photo']
      // Canny edges count outside the face parts; hair lets them through.
      expect(await render('celebahqedge', ...argv, photo)).not.toBe(await render('celebahqedge', ...argv, striped))
    },
    PATIENCE,
  )

  it(
    'deepfashion: a pose of OpenPose, and nothing about the exemplar but its pixels',
    async () => {
      await importVariant('deepfashion')
      const points = Array.from({ length: 18 }, (_, joint) => [20 + 12 * joint, 40 + 10 * (joint % 7), 0.9]).flat()
      const pose = join(folder, 'pose.json')
      await writeFile(pose, JSON.stringify({ people: [{ pose_keypoints_2d: points }] }))
      const first = await render('deepfashion', '--layout', pose)
      await writeFile(pose, JSON.stringify({ people: [{ pose_keypoints_2d: points.with(2, 0) }] }))
      expect(await render('deepfashion', '--layout', pose)).not.toBe(first)
    },
    PATIENCE,
  )

  it(
    'Ctrl-C in the middle of an import ends it at once with exit code 130, and nothing of the pack stays',
    async () => {
      const [corr, gen] = await writeSeededPair(folder, 'ade20k')
      const packs = join(dataFolder, 'packs')
      await mkdir(packs)
      const watcher = watch(packs, { recursive: true })
      onTestFinished(() => {
        watcher.close()
      })
      const testing = new Promise<void>((resolve) => {
        watcher.on('change', (_, name) => {
          if (String(name).includes('correspondence.onnx')) resolve()
        })
      })
      const running = startCli(dataFolder, 'import', '--corr', corr, '--gen', gen, '--accept-licence')
      await testing
      running.process.kill('SIGINT')
      expect(await running.finished).toEqual({ exitCode: 130, stdout: '', stderr: 'Cancelled.\n' })
      expect(await readdir(packs)).toEqual([])
    },
    PATIENCE,
  )
})

import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { handMadePng } from '../unit/electron/images/picture-fixtures.ts'
import { temporaryFolder, writeLayout, writePhoto } from '../unit/electron/cli/sample-files.ts'
import { dataFolderWithTinyPack, runBuiltCli } from './built-cli.ts'

const answerSchema = z.object({
  sha256: z.string(),
  pixelsSha256: z.string(),
  provider: z.string(),
  pack: z.object({ id: z.literal('tiny'), version: z.string() }),
  timings: z.array(z.object({ stage: z.string(), milliseconds: z.number() })).min(3),
})

let folder = ''
let dataFolder = ''
let exemplarLayout = ''
beforeEach(async () => {
  folder = await temporaryFolder()
  dataFolder = await dataFolderWithTinyPack()
  await writeLayout(join(folder, 'L.png'), [3, 10], 96, 64)
  await writePhoto(join(folder, 'E.jpg'), 200, 160, 120)
  exemplarLayout = await writeLayout(join(folder, 'EL.png'), [3, 22], 160, 120)
})

function render(files: { layout?: string; exemplar?: string; out?: string }, ...extra: string[]) {
  const { layout = 'L.png', exemplar = 'E.jpg', out = 'O.png' } = files
  return runBuiltCli(
    dataFolder,
    ...['render', '--pack', 'tiny', '--provider', 'cpu', '--size', '96x64', '--threads', '1'],
    ...['--layout', join(folder, layout), '--exemplar', join(folder, exemplar), '--out', join(folder, out)],
    ...extra,
  )
}

describe('cocanvas render, as built', () => {
  it('writes a picture and a warp through the real graphs, twice the same', async () => {
    const argv = ['--exemplar-layout', exemplarLayout, '--warp', join(folder, 'W.png'), '--json']
    const first = await render({}, ...argv)
    expect([first.exitCode, first.stderr]).toEqual([0, ''])
    const answer = answerSchema.parse(JSON.parse(first.stdout))
    const bytes = await readFile(join(folder, 'O.png'))
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 96, height: 64, channels: 3 })
    expect(answer.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(await sharp(join(folder, 'W.png')).metadata()).toMatchObject({ width: 96, height: 64 })
    const second = answerSchema.parse(JSON.parse((await render({}, ...argv)).stdout))
    expect([second.sha256, second.pixelsSha256]).toEqual([answer.sha256, answer.pixelsSha256])
    expect((await readdir(folder)).sort()).toEqual(['E.jpg', 'EL.png', 'L.png', 'O.png', 'W.png'])
  })

  it('lets the annotator label the exemplar, and takes CMYK and 16-bit photos', async () => {
    const flat = sharp({ create: { width: 90, height: 70, channels: 3, background: { r: 90, g: 140, b: 220 } } })
    await flat.clone().toColourspace('cmyk').jpeg().toFile(join(folder, 'cmyk.jpg'))
    await flat.clone().toColourspace('rgb16').png().toFile(join(folder, 'deep.png'))
    for (const exemplar of ['cmyk.jpg', 'deep.png']) {
      const { exitCode, stdout, stderr } = await render({ exemplar, out: `${exemplar}.out.png` })
      expect([exitCode, stderr]).toEqual([0, ''])
      expect(stdout).toContain('annotate')
    }
  })
})

describe('cocanvas render, as built, refuses in one sentence and writes nothing:', () => {
  const refused = async (run: ReturnType<typeof render>, exitCode: number, sentence: string) => {
    const outcome = await run
    expect(outcome.stderr).toContain(sentence)
    expect(outcome.stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(outcome.stderr).not.toMatch(/\n\s+at |Error:/)
    expect([outcome.exitCode, outcome.stdout]).toEqual([exitCode, ''])
    expect((await readdir(folder)).filter((file) => file.startsWith('O.png') || file.endsWith('.tmp'))).toEqual([])
  }

  it('truncated and zero-byte photos', async () => {
    const whole = await readFile(join(folder, 'E.jpg'))
    await writeFile(join(folder, 'cut.jpg'), whole.subarray(0, whole.length >> 1))
    await writeFile(join(folder, 'zero.jpg'), '')
    await refused(render({ exemplar: 'cut.jpg' }), 2, 'cut.jpg is damaged or cut short')
    await refused(render({ exemplar: 'zero.jpg' }), 2, 'zero.jpg is empty (0 bytes)')
  })

  it('a 16-bit layout', async () => {
    await writeFile(
      join(folder, 'deep.png'),
      handMadePng({ width: 1, height: 1, bitDepth: 16, colourType: 0, rows: [new Uint8Array([0, 3])] }),
    )
    await refused(render({ layout: 'deep.png' }), 2, 'has 16 bits per sample')
  })

  it('20,000 × 20,000 headers, as layout and as photo', async () => {
    await writeFile(
      join(folder, 'huge.png'),
      handMadePng({ width: 20_000, height: 20_000, bitDepth: 8, colourType: 2 }),
    )
    await refused(render({ layout: 'huge.png' }), 2, '400 megapixels')
    await refused(render({ exemplar: 'huge.png' }), 2, '400 megapixels')
  })

  it('unknown class ids', async () => {
    await writeLayout(join(folder, 'odd.png'), [3, 200])
    await refused(render({ layout: 'odd.png' }), 2, '200 (2048 pixels)')
  })

  it('swapped arguments', async () => {
    await refused(render({ layout: 'E.jpg', exemplar: 'L.png' }), 2, 'swapped?')
  })

  it('a graph with another sha256, and a missing graph', async () => {
    const graph = join(dataFolder, 'packs/tiny/generate.onnx')
    const bytes = await readFile(graph)
    await writeFile(
      graph,
      bytes.map((byte, index) => (index === 5000 ? byte ^ 1 : byte)),
    )
    await refused(render({}, '--exemplar-layout', exemplarLayout), 3, 'another checksum')
    await rm(graph)
    await refused(render({}, '--exemplar-layout', exemplarLayout), 3, 'generate.onnx')
  })

  it('unwritable outputs', async () => {
    await refused(render({ out: 'none/O.png' }), 2, 'does not exist, so make it first')
    await refused(render({ out: 'E.jpg/O.png' }), 2, 'is a file, not a folder')
    await mkdir(join(folder, 'dir'))
    await refused(render({ out: 'dir' }), 2, 'it is a folder')
  })

  it('a misspelt option', async () => {
    await refused(render({}, '--sise', '64'), 2, 'did you mean --size?')
  })
})

it('a damaged manifest is exit code 3', async () => {
  await appendFile(join(dataFolder, 'packs/tiny/manifest.json'), '}')
  const { exitCode, stderr } = await render({})
  expect(exitCode).toBe(3)
  expect(stderr).toContain('is not valid JSON')
})

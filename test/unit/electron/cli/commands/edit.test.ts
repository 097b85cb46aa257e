import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encode } from 'fast-png'
import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { startEngine } from '../../../../../electron/cli/engine/start-engine.ts'
import { decodeFullPhoto } from '../../../../../electron/images/full-resolution/decode-full-photo.ts'
import { InferenceServer } from '../../../../../electron/inference/inference-server.ts'
import { OnnxRuntime } from '../../../../../electron/inference/runtime/onnx-runtime.ts'
import { yieldToEvents } from '../../../../../electron/inference/scheduling/yield-to-events.ts'
import { InProcessStarter } from '../../../../../electron/supervision/in-process-starter.ts'
import { drawnLabels, GRASS, SKY, texturedPicture, WATER } from '../../detail/textured-pictures.ts'
import { FIXTURE_PACKS, runInProcess, type Outcome } from '../run-in-process.ts'
import { temporaryFolder, writeLayout, writePhoto } from '../sample-files.ts'
import { handMadePng } from '../../images/picture-fixtures.ts'

const WIDTH = 120
const HEIGHT = 90
const own = drawnLabels(WIDTH, HEIGHT, (x, y) => (y < 40 ? SKY : x > 80 ? WATER : GRASS))
const painted = drawnLabels(WIDTH, HEIGHT, (x, y) =>
  x > 20 && x < 50 && y > 55 && y < 75 ? WATER : (own.data[y * WIDTH + x] ?? 0),
)

const start = startEngine(
  new InProcessStarter((port, disposed) => {
    new InferenceServer(port, {
      runtime: new OnnxRuntime(),
      platform: process.platform,
      now: () => performance.now(),
      yieldToEvents,
      disposed,
    })
  }),
  { packFolders: [FIXTURE_PACKS], annotatorFolders: [] },
  '/nowhere',
)

let folder = ''
const file = (name: string): string => join(folder, name)

beforeEach(async () => {
  folder = await temporaryFolder()
  const picture = texturedPicture(own)
  await sharp(picture.data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png()
    .toFile(file('photo.png'))
  await writeFile(file('own.png'), encode({ ...own, channels: 1, depth: 8 }))
  await writeFile(file('painted.png'), encode({ ...painted, channels: 1, depth: 8 }))
})

function edit(...more: string[]): Promise<Outcome> {
  const argv = ['edit', '--pack', 'tiny', '--threads', '1', '--provider', 'cpu']
  const given = ['--photo', file('photo.png'), '--layout', file('painted.png'), '--photo-layout', file('own.png')]
  const replaced = given.filter((_, at) => !more.includes(given[at - (at % 2)] ?? ''))
  return runInProcess([...argv, ...replaced, ...more], { startEngine: start })
}

async function pixelsOf(path: string): Promise<Uint8Array | Uint16Array> {
  return (await decodeFullPhoto(await readFile(path), path)).pixels.data
}

describe('cocanvas edit', () => {
  it.each(['.png', '.tif'])('changes what differs and leaves the rest bit by bit, in a %s', async (extension) => {
    const out = file(`out${extension}`)
    const { exitCode, stdout, stderr } = await edit('--out', out, '--json')
    expect(stderr).toBe('')
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ command: 'edit', width: WIDTH, height: HEIGHT, depth: 8, lacking: [] })
    const before = await pixelsOf(file('photo.png'))
    const after = await pixelsOf(out)
    let inside = 0
    let outside = 0
    before.forEach((value, at) => {
      if (value === after[at]) return
      const x = Math.floor(at / 3) % WIDTH
      const y = Math.floor(at / 3 / WIDTH)
      if (x > 10 && x < 60 && y > 45 && y < 85) inside++
      else outside++
    })
    expect(inside).toBeGreaterThan(500)
    expect(outside).toBe(0)
  })

  it('writes the same pixels when nothing differs, and says so', async () => {
    const { exitCode, stdout } = await edit('--layout', file('own.png'), '--out', file('out.png'))
    expect(exitCode).toBe(0)
    expect(stdout).toContain('nothing was changed')
    expect(await pixelsOf(file('out.png'))).toEqual(await pixelsOf(file('photo.png')))
  })

  it('keeps what a mask keeps', async () => {
    const mask = drawnLabels(WIDTH, HEIGHT, () => 255)
    await writeFile(file('keep.png'), encode({ ...mask, channels: 1, depth: 8 }))
    await edit('--keep', file('keep.png'), '--out', file('out.png'))
    expect(await pixelsOf(file('out.png'))).toEqual(await pixelsOf(file('photo.png')))
  })
})

describe('cocanvas edit refuses in one sentence', () => {
  async function refused(sentence: RegExp, ...more: string[]): Promise<void> {
    const { exitCode, stderr, stdout } = await edit('--out', file('out.png'), ...more)
    expect(exitCode).not.toBe(0)
    expect(stdout).toBe('')
    expect(stderr).toMatch(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    await expect(readFile(file('out.png'))).rejects.toThrow('ENOENT')
  }

  it('a layout of other proportions', async () => {
    await writeLayout(file('square.png'))
    await refused(/does not have the photo's proportions/, '--layout', file('square.png'))
  })

  it('a photo of 60 megapixels', async () => {
    await writeFile(file('big.png'), handMadePng({ width: 10_000, height: 6_000, bitDepth: 8, colourType: 2 }))
    await refused(/60 megapixels/, '--photo', file('big.png'))
  })

  it('a photo that is missing or cut short', async () => {
    await refused(/does not exist/, '--photo', file('nowhere.jpg'))
    const bytes = await readFile(file('photo.png'))
    await writeFile(file('cut.png'), bytes.subarray(0, bytes.length / 2))
    await refused(/damaged or cut short/, '--photo', file('cut.png'))
  })

  it('a photo for a class that is missing, unknown, or not named', async () => {
    await refused(/does not exist/, '--exemplar', file('nowhere.jpg'), '--for', 'water')
    await writePhoto(file('lake.jpg'))
    await refused(/--for fire is no class of tiny/, '--exemplar', file('lake.jpg'), '--for', 'fire')
    await refused(/needs a --for CLASS/, '--exemplar', file('lake.jpg'))
  })

  it('a place that is the photo itself', async () => {
    const { exitCode, stderr } = await edit('--out', file('photo.png'))
    expect(exitCode).not.toBe(0)
    expect(stderr).toMatch(/is also --photo/)
  })

  it('a format that is not written', async () => {
    const { stderr } = await edit('--out', file('out.webp'))
    expect(stderr).toMatch(/let it end in \.png, \.tif or \.jpg/)
  })
})

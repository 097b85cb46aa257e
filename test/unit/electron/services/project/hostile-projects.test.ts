import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import { unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { CocanvasError } from '../../../../../electron/contract/error-codes.ts'
import { ImageError } from '../../../../../electron/images/image-error.ts'
import { crc32 } from '../../../../../electron/files/checksum.ts'
import { packProject, unpackProject } from '../../../../../electron/services/project/project-archive.ts'
import { handMadePng, pngChunk } from '../../images/picture-fixtures.ts'
import { hostileZip, type HostileEntry } from './hostile-zip.ts'
import { sampleProject } from './sample-project.ts'

const NAME = 'letter.cocanvas'
let good: Uint8Array
let files: Record<string, Uint8Array>

beforeAll(async () => {
  good = await packProject(sampleProject())
  files = unzipSync(good)
})

/** The good project's entries, some replaced or added. */
function entriesWith(changes: Readonly<Record<string, Uint8Array | string>>): HostileEntry[] {
  const all = { ...files, ...changes }
  return Object.entries(all).map(([name, content]) => ({ name, content: bytesOf(content) }))
}

function bytesOf(content: Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

/** The one sentence with which a file is refused. */
async function refusal(bytes: Uint8Array): Promise<string> {
  const error: unknown = await unpackProject(bytes, NAME).catch((reason: unknown) => reason)
  expect(error instanceof CocanvasError || error instanceof ImageError, String(error)).toBe(true)
  const { message } = error as Error
  expect(message).toContain(NAME)
  return message
}

describe('a project that was cut or damaged', () => {
  // Bug it would catch: half a download that opens as half a picture, or brings the app down.
  it('is refused wherever it was cut', async () => {
    for (let length = 0; length < good.length; length += Math.max(1, Math.floor(good.length / 150))) {
      await refusal(good.subarray(0, length))
    }
  })

  it('is refused when a single byte of a layer differs', async () => {
    const damaged = Uint8Array.from(good)
    const place = Buffer.from(good).indexOf('IDAT') + 20
    damaged[place] = (damaged[place] ?? 0) ^ 1
    expect(await refusal(damaged)).toMatch(/checksum/)
  })

  it.each(['project.json', 'document.json', 'layers/ground.png', 'pictures/exemplar-1.jpeg'])(
    'is refused without %s',
    async (file) => {
      const { [file]: _missing, ...others } = files
      expect(await refusal(zipSync(others))).toContain(file)
    },
  )

  it('is refused when its document is no JSON, or JSON of another kind', async () => {
    expect(await refusal(hostileZip(entriesWith({ 'document.json': '{"layers": [' })))).toMatch(/document\.json/)
    expect(await refusal(hostileZip(entriesWith({ 'document.json': '[1, 2]' })))).toMatch(/document\.json/)
    expect(await refusal(hostileZip(entriesWith({ 'project.json': '{"format":"other","formatVersion":1}' })))).toMatch(
      /project\.json/,
    )
  })

  it('is refused when it is another kind of file altogether', async () => {
    expect(await refusal(new TextEncoder().encode('#!/bin/sh\necho hello\n'.repeat(50)))).toMatch(/no Cocanvas project/)
  })
})

describe('a project of another version', () => {
  it('asks for a newer Cocanvas instead of guessing', async () => {
    const manifest = JSON.stringify({ format: 'cocanvas-project', formatVersion: 7, labelLayers: [], pictures: [] })
    expect(await refusal(hostileZip(entriesWith({ 'project.json': manifest })))).toMatch(
      /newer Cocanvas.*format 7.*update/,
    )
  })

  it.each([0, -1, 1.5, '1'])('is refused as damaged when its version is %j', async (formatVersion) => {
    const manifest = JSON.stringify({ format: 'cocanvas-project', formatVersion, labelLayers: [], pictures: [] })
    await refusal(hostileZip(entriesWith({ 'project.json': manifest })))
  })
})

describe('a project made to do harm', () => {
  // Bug it would catch: a name that leads out of the container, should files ever be unpacked to a disk.
  it.each(['../../.bashrc', '/etc/passwd', 'layers/../../x', 'C:\\x', 'layers\\x', '.hidden', 'a//b', 'a\0b', ''])(
    'is refused for a file named %j',
    async (name) => {
      expect(await refusal(hostileZip([...entriesWith({}), { name, content: Uint8Array.of(1) }]))).toMatch(
        /forbidden name/,
      )
    },
  )

  it('is refused when its manifest names parts outside the container', async () => {
    const manifest = { format: 'cocanvas-project', formatVersion: 1, labelLayers: [{ id: '../../x' }], pictures: [] }
    await refusal(hostileZip(entriesWith({ 'project.json': JSON.stringify(manifest) })))
  })

  it('is refused when it holds a name twice, since readers disagree on which one counts', async () => {
    const twice = [...entriesWith({}), { name: 'document.json', content: bytesOf('{}') }]
    expect(await refusal(hostileZip(twice))).toMatch(/damaged/)
  })

  it('is refused when an entry is encrypted, packed in an unknown way or lies outside the file', async () => {
    const content = Uint8Array.of(1, 2, 3)
    await refusal(hostileZip([{ name: 'a', content, flags: 1 }]))
    await refusal(hostileZip([{ name: 'a', content, method: 12 }]))
    await refusal(hostileZip([{ name: 'a', content, headerPosition: 0xfffffff0 }]))
  })

  // Bug it would catch: a letter of 100 KB that fills the memory.
  it('is refused before it is unpacked when it promises too much', async () => {
    const promise = { name: 'a', content: Uint8Array.of(0), size: 0xf0000000 }
    expect(await refusal(hostileZip([promise]))).toMatch(/more than a project can hold/)
    const many = Array.from({ length: 5 }, (_, index) => ({
      name: `p${index}`,
      content: new Uint8Array(300 * 1024),
      size: 250 * 1024 ** 2,
    }))
    expect(await refusal(hostileZip(many))).toMatch(/more than a project can hold/)
  })

  // Bug it would catch: a project of 979 KB whose extra entries of zeros took 31 s and 1.6 GB, although nothing names them.
  it('is opened without unpacking what its manifest does not name', async () => {
    const packed = deflateRawSync(new Uint8Array(200 * 1024 ** 2))
    // Their checksum is wrong: whoever unpacks one of them finds the project damaged.
    const extras = Array.from({ length: 4 }, (_, index) => ({
      name: `extra-${index}`,
      content: Uint8Array.of(),
      packed,
      size: 200 * 1024 ** 2,
      checksum: 0,
    }))
    const { pictures } = await unpackProject(hostileZip([...entriesWith({}), ...extras]), NAME)
    expect(pictures).toEqual(sampleProject().pictures)
  })

  it('is refused when what it names unpacks to more than a project compresses', async () => {
    const size = 200 * 1024 ** 2
    const packed = deflateRawSync(new Uint8Array(size))
    const pictures = ['a', 'b'].map((id) => ({ id, mediaType: 'image/png' }))
    const manifest = { format: 'cocanvas-project', formatVersion: 1, labelLayers: [], pictures }
    const checksum = crc32(new Uint8Array(size))
    const bombs = pictures.map(({ id }) => ({
      name: `pictures/${id}.png`,
      content: Uint8Array.of(),
      packed,
      size,
      checksum,
    }))
    const bytes = hostileZip([...entriesWith({ 'project.json': JSON.stringify(manifest) }), ...bombs])
    expect(await refusal(bytes)).toMatch(/more than a project can hold/)
  })

  it('is refused when an entry unpacks to more than it promised', async () => {
    const bomb = { name: 'document.json', content: new Uint8Array(64 * 1024 ** 2), size: 100, checksum: 0 }
    const others = entriesWith({}).filter(({ name }) => name !== 'document.json')
    expect(await refusal(hostileZip([...others, bomb]))).toMatch(/cannot be unpacked/)
  })

  it('is refused when a layer declares four gigapixels, before a pixel is allocated', async () => {
    const png = handMadePng({ width: 65_535, height: 65_535, bitDepth: 8, colourType: 3, rows: [Uint8Array.of(0)] })
    expect(await refusal(hostileZip(entriesWith({ 'layers/ground.png': png })))).toMatch(/larger than any project/)
  })

  it('is refused when its layers are modest one by one and monstrous together', async () => {
    const png = handMadePng({ width: 8192, height: 8192, bitDepth: 8, colourType: 3, rows: [] })
    const ids = Array.from({ length: 20 }, (_, index) => `l${index}`)
    const manifest = {
      format: 'cocanvas-project',
      formatVersion: 1,
      labelLayers: ids.map((id) => ({ id })),
      pictures: [],
    }
    const layers = Object.fromEntries(ids.map((id) => [`layers/${id}.png`, png]))
    const bytes = hostileZip(entriesWith({ ...layers, 'project.json': JSON.stringify(manifest) }))
    expect(await refusal(bytes)).toMatch(/larger than any project/)
  })

  // Bug it would catch: without the guard a layer of 1 MB that holds a gigabyte took 13 s and 3 GB.
  it('is refused quickly when a small layer holds two gigabytes of zeros', async () => {
    const [block, blocks] = [32 * 1024 ** 2, 64]
    const first = deflateSync(Buffer.alloc(block), { finishFlush: constants.Z_FULL_FLUSH })
    // After a full flush the stream may go on with the same block: only its first two bytes are a header.
    const pixels = Buffer.concat([first, ...Array.from({ length: blocks - 1 }, () => first.subarray(2))])
    const small = handMadePng({ width: 16, height: 16, bitDepth: 8, colourType: 0 })
    const png = Buffer.concat([small.subarray(0, 33), pngChunk('IDAT', pixels), pngChunk('IEND', Buffer.alloc(0))])
    const bytes = hostileZip(entriesWith({ 'layers/ground.png': png }))
    const start = performance.now()
    expect(await refusal(bytes)).toMatch(/damaged/)
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('is refused when its document is nested so deep that walking it would fill the stack', async () => {
    const depth = 200_000
    const document = `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`
    expect(await refusal(hostileZip(entriesWith({ 'document.json': document })))).toMatch(/document\.json/)
  })
})

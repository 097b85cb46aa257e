import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { PhotoPixels } from '../../../../../electron/contract/photo-pixels.ts'
import { decodeFullPhoto } from '../../../../../electron/images/full-resolution/decode-full-photo.ts'
import { encodeFullPhoto } from '../../../../../electron/images/full-resolution/encode-full-photo.ts'
import {
  longEntry,
  readExif,
  shortEntry,
  writeDirectories,
  writeExif,
} from '../../../../../electron/images/full-resolution/exif-directories.ts'
import { ImageError } from '../../../../../electron/images/image-error.ts'
import { handMadePng } from '../picture-fixtures.ts'

const photos = fc
  .record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 40 }),
    channels: fc.constantFrom(3 as const, 4 as const),
    deep: fc.boolean(),
    seed: fc.integer(),
  })
  .map(({ width, height, channels, deep, seed }): PhotoPixels => {
    const length = width * height * channels
    const values = Array.from({ length }, (_, at) => Math.imul(at + 1, 2654435761 ^ seed) >>> 16)
    return { width, height, channels, data: deep ? Uint16Array.from(values) : Uint8Array.from(values) }
  })

async function profile(name: 'p3' | 'srgb'): Promise<Uint8Array> {
  const { icc } = await sharp(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#123456' } })
      .withIccProfile(name)
      .png()
      .toBuffer(),
  ).metadata()
  return new Uint8Array(icc ?? [])
}

const xmp = new TextEncoder().encode('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF/></x:xmpmeta>')

describe('a photo written without a change', () => {
  it.each(['png', 'tiff'] as const)(
    'comes back value for value as %s, whatever size, depth and channels',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(photos, fc.constantFrom('p3' as const, undefined), async (pixels, named) => {
          const icc = named === undefined ? undefined : await profile(named)
          const metadata = icc === undefined ? {} : { icc }
          const back = await decodeFullPhoto(await encodeFullPhoto({ pixels, metadata }, { format }), 'photo')
          expect(back.pixels.data.constructor).toBe(pixels.data.constructor)
          expect(back.pixels).toEqual(pixels)
          expect(back.metadata.icc).toEqual(icc)
        }),
        { numRuns: 40 },
      )
    },
  )

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is upright once, not twice, from orientation %i', async (orientation) => {
    const raw = Uint8Array.from({ length: 5 * 3 * 3 }, (_, at) => at * 5)
    const bytes = await sharp(raw, { raw: { width: 5, height: 3, channels: 3 } })
      .withMetadata({ orientation })
      .png()
      .toBuffer()
    const first = await decodeFullPhoto(bytes, 'photo')
    expect([first.pixels.width, first.pixels.height]).toEqual(orientation > 4 ? [3, 5] : [5, 3])
    for (const format of ['png', 'tiff'] as const) {
      const again = await encodeFullPhoto(first, { format })
      expect((await decodeFullPhoto(again, 'photo')).pixels).toEqual(first.pixels)
      expect((await sharp(again).metadata()).orientation ?? 1).toBe(1)
    }
  })
})

describe('metadata', () => {
  it.each(['png', 'tiff', 'jpeg'] as const)(
    'profile, XMP and the words of Exif survive as %s (lost copyright notices)',
    async (format) => {
      const icc = await profile('p3')
      const jpeg = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#406080' } })
        .withExif({ IFD0: { Copyright: 'Ann Example', Make: 'Kamera' }, IFD2: { FNumber: '28/10' } })
        .jpeg()
        .toBuffer()
      const decoded = await decodeFullPhoto(jpeg, 'photo')
      const written = await encodeFullPhoto(
        { ...decoded, metadata: { ...decoded.metadata, icc, xmp } },
        format === 'jpeg' ? { format, quality: 95 } : { format },
      )
      const found = await sharp(written).metadata()
      expect(new Uint8Array(found.icc ?? [])).toEqual(icc)
      expect(new Uint8Array(found.xmp ?? [])).toEqual(xmp)
      // TIFF has no Exif segment: the words stand in its own directory.
      const structure = format === 'tiff' ? written : (await decodeFullPhoto(written, 'photo')).metadata.exif
      const exif = structure === undefined ? undefined : readExif(structure, { width: 20, height: 10 })
      const words = new TextDecoder('latin1').decode(exif?.picture.find(({ tag }) => tag === 0x8298)?.value)
      expect(words).toContain('Ann Example')
      expect(exif?.camera.some(({ tag }) => tag === 0x829d)).toBe(true)
    },
  )

  it('never makes a reader of damaged Exif run or throw', () => {
    const whole = writeExif({ picture: [shortEntry(0x0112, 6)], camera: [shortEntry(0x9207, 1)], position: [] })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const bent = whole.slice()
        bent[at] = byte
        readExif(bent, { width: 1, height: 1 })
        readExif(bent.subarray(0, at), { width: 1, height: 1 })
      }),
    )
  })
})

describe('refused in one sentence', () => {
  it('a photo above 50 megapixels, from its header', async () => {
    const error: unknown = await decodeFullPhoto(
      handMadePng({ width: 10_000, height: 6_000, bitDepth: 8, colourType: 2 }),
      'big.png',
    ).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ImageError)
    expect(String(error)).toMatch(/60 megapixels.*scale it down first\.$/)
  })

  it('a picture of floating-point values', async () => {
    const strip = new Uint8Array(Float32Array.of(0.1, 0.2, 0.3).buffer)
    const entries = [
      longEntry(256, 1),
      longEntry(257, 1),
      shortEntry(258, 32, 32, 32),
      shortEntry(259, 1),
      shortEntry(262, 2),
      longEntry(273, 8),
      shortEntry(277, 3),
      longEntry(278, 1),
      longEntry(279, strip.length),
      shortEntry(339, 3, 3, 3),
    ]
    const tiff = Buffer.concat([
      Uint8Array.of(0x49, 0x49, 42, 0, 20, 0, 0, 0),
      strip,
      writeDirectories({ picture: [], camera: [], position: [] }, entries, 20),
    ])
    await expect(decodeFullPhoto(tiff, 'scene.tif')).rejects.toThrow(/save it with 8 or 16 bits/)
  })
})

import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { PhotoPatch } from '../../../../../electron/contract/photo-patch.ts'
import { photoDepth } from '../../../../../electron/contract/photo-pixels.ts'
import { decodeFullPhoto } from '../../../../../electron/images/full-resolution/decode-full-photo.ts'
import { encodePhotoExport } from '../../../../../electron/services/photos/encode-photo-export.ts'
import { OpenPhotos, type HeldPhoto } from '../../../../../electron/services/photos/open-photos.ts'

interface Made {
  readonly width: number
  readonly height: number
  readonly deep: boolean
  readonly alpha: boolean
  readonly profile: boolean
  readonly orientation: number
}

const anyPhoto = fc.record<Made>({
  width: fc.integer({ min: 3, max: 40 }),
  height: fc.integer({ min: 3, max: 40 }),
  deep: fc.boolean(),
  alpha: fc.boolean(),
  profile: fc.boolean(),
  orientation: fc.integer({ min: 1, max: 8 }),
})

async function photoFile({ width, height, deep, alpha, profile, orientation }: Made): Promise<Uint8Array> {
  const channels = alpha ? 4 : 3
  const length = width * height * channels
  const data = deep
    ? Uint16Array.from({ length }, (_, at) => (at * 7919) % 65536)
    : Uint8Array.from({ length }, (_, at) => (at * 31) % 256)
  const raw = sharp(data, { raw: { width, height, channels } })
  const spaced = deep ? raw.toColourspace('rgb16') : raw
  const marked = spaced.withMetadata({ orientation })
  return new Uint8Array(await (profile ? marked.withIccProfile('p3') : marked).png().toBuffer())
}

async function held(made: Made): Promise<HeldPhoto> {
  const bytes = await photoFile(made)
  const source = { name: 'photo.png', bytes }
  return { source, file: await decodeFullPhoto(bytes, source.name) }
}

/** Some pixels in the middle turned over, the rest of the window as it is. */
function patchOf({ file: { pixels } }: HeldPhoto): PhotoPatch {
  const { channels } = pixels
  const window = { x: 1, y: 1, width: pixels.width - 2, height: pixels.height - 2 }
  const mask = new Uint8Array(window.width * window.height)
  const length = mask.length * channels
  const data = pixels.data instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length)
  const most = pixels.data instanceof Uint16Array ? 65535 : 255
  for (let at = 0; at < mask.length; at += 1) {
    mask[at] = at % 3 === 0 ? 200 : 0
    const x = 1 + (at % window.width)
    const y = 1 + Math.floor(at / window.width)
    for (let channel = 0; channel < channels; channel += 1) {
      const value = pixels.data[(y * pixels.width + x) * channels + channel] ?? 0
      data[at * channels + channel] = at % 3 === 0 && channel < 3 ? most - value : value
    }
  }
  return { window, data, mask }
}

describe('an exported photo', () => {
  it('is the photo’s own bytes when nothing was changed', async () => {
    const photo = await held({ width: 9, height: 5, deep: true, alpha: false, profile: true, orientation: 6 })
    expect(await encodePhotoExport(photo, [], { format: 'png', depth: 16 })).toBe(photo.source.bytes)
  })

  // Bug it would catch: a profile, an orientation or a depth that changes pixels which nobody touched.
  it.each(['png', 'tiff'] as const)('keeps every untouched value in a %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(anyPhoto, async (made) => {
        const photo = await held(made)
        const { pixels } = photo.file
        const patch = patchOf(photo)
        const written = await encodePhotoExport(photo, [patch], { format, depth: photoDepth(pixels) })
        const read = (await decodeFullPhoto(written, `photo.${format}`)).pixels
        expect([read.width, read.height, read.channels]).toEqual([pixels.width, pixels.height, pixels.channels])
        const changed = new Set<number>()
        patch.mask.forEach((share, at) => {
          const x = 1 + (at % patch.window.width)
          const y = 1 + Math.floor(at / patch.window.width)
          if (share > 0) changed.add(y * pixels.width + x)
        })
        const differing = [...pixels.data].flatMap((value, at) => (value === read.data[at] ? [] : [at]))
        expect(differing.every((at) => changed.has(Math.floor(at / pixels.channels)))).toBe(true)
      }),
      { numRuns: 25 },
    )
  })

  it('is converted where another depth is asked for', async () => {
    const photo = await held({ width: 6, height: 4, deep: false, alpha: false, profile: false, orientation: 1 })
    const written = await encodePhotoExport(photo, [], { format: 'tiff', depth: 16 })
    const { data } = (await decodeFullPhoto(written, 'photo.tif')).pixels
    expect([...data]).toEqual([...photo.file.pixels.data].map((value) => value * 257))
  })

  // Bug it would catch: a page that writes beyond the photo's memory, or a patch made for another photo.
  it('refuses patches that do not fit the photo', async () => {
    const photo = await held({ width: 9, height: 7, deep: false, alpha: false, profile: false, orientation: 1 })
    const patch = patchOf(photo)
    const outside = { ...patch, window: { ...patch.window, x: 5 } }
    const deep = { ...patch, data: Uint16Array.from(patch.data) }
    for (const wrong of [outside, deep])
      await expect(encodePhotoExport(photo, [wrong], { format: 'png', depth: 8 })).rejects.toThrow(/another photo/)
  })
})

describe('open photos', () => {
  it('show a part in sRGB, at the size asked for', async () => {
    const photos = new OpenPhotos()
    const bytes = await photoFile({ width: 30, height: 20, deep: true, alpha: true, profile: true, orientation: 1 })
    const { id, width, height, depth, isPlain } = await photos.open({ name: 'photo.png', bytes })
    expect({ width, height, depth, isPlain }).toEqual({ width: 30, height: 20, depth: 16, isPlain: false })
    const part = { x: 4, y: 2, width: 10, height: 8, shown: { width: 5, height: 4 } }
    expect(await photos.readArea(id, part)).toMatchObject({ width: 5, height: 4 })
    expect(() => photos.readArea(id, { ...part, x: 25 })).toThrow(/outside the photo/)
  })

  it('are gone once they are closed, or their page is', async () => {
    const photos = new OpenPhotos()
    const bytes = await photoFile({ width: 8, height: 8, deep: false, alpha: false, profile: false, orientation: 1 })
    const one = await photos.open({ name: 'one.png', bytes })
    const other = await photos.open({ name: 'other.png', bytes })
    photos.close(one.id)
    expect(() => photos.get(one.id)).toThrow(/no longer open/)
    photos.release()
    expect(() => photos.get(other.id)).toThrow(/no longer open/)
  })
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { decodePhoto } from '../../../../electron/images/decode-photo.ts'
import { ImageError } from '../../../../electron/images/image-error.ts'
import type { RgbImage } from '../../../../electron/contract/rgb-image.ts'
import { gradientImage, handMadePng } from './picture-fixtures.ts'

function pixel(image: RgbImage, x: number, y: number): number[] {
  const offset = (y * image.width + x) * 3
  return [...image.data.subarray(offset, offset + 3)]
}

function source(image: RgbImage): Sharp {
  return sharp(image.data, { raw: { width: image.width, height: image.height, channels: 3 } })
}

async function refusal(bytes: Uint8Array): Promise<ImageError> {
  const error: unknown = await decodePhoto(bytes, 'photo').catch((reason: unknown) => reason)
  if (!(error instanceof ImageError)) throw new Error('the photo was not refused with an ImageError', { cause: error })
  return error
}

const flat = sharp({ create: { width: 9, height: 7, channels: 3, background: { r: 200, g: 40, b: 90 } } })

describe('decodePhoto converts', () => {
  it('a PNG without changing a byte (a wrong channel order or a colour cast)', async () => {
    const image = gradientImage(31, 17)
    const decoded = await decodePhoto(await source(image).png().toBuffer(), 'photo')
    expect(decoded).toEqual(image)
    expect(decoded.data.constructor).toBe(Uint8Array)
  })

  it('an EXIF-rotated camera photo (portrait photos lying on their side)', async () => {
    const upright = new Uint8Array([255, 0, 0, 0, 255, 0])
    const bytes = await sharp(upright, { raw: { width: 2, height: 1, channels: 3 } })
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer()
    const decoded = await decodePhoto(bytes, 'photo')
    expect([decoded.width, decoded.height]).toEqual([1, 2])
    expect(pixel(decoded, 0, 0)).toEqual([255, 0, 0])
    expect(pixel(decoded, 0, 1)).toEqual([0, 255, 0])
  })

  it('a 16-bit photo by its high byte (values cut to the low byte look like noise)', async () => {
    const decoded = await decodePhoto(await flat.clone().toColourspace('rgb16').png().toBuffer(), 'photo')
    expect(pixel(decoded, 4, 3)).toEqual([200, 40, 90])
  })

  it('a 16-bit grey photo to three equal channels', async () => {
    const decoded = await decodePhoto(await flat.clone().toColourspace('grey16').png().toBuffer(), 'photo')
    const [red, green, blue] = pixel(decoded, 0, 0)
    expect(decoded.data.length).toBe(9 * 7 * 3)
    expect(red).toBe(green)
    expect(green).toBe(blue)
  })

  it('a CMYK JPEG to its RGB look (inverted or tinted print photos)', async () => {
    const decoded = await decodePhoto(await flat.clone().toColourspace('cmyk').jpeg().toBuffer(), 'photo')
    const [red = 0, green = 0, blue = 0] = pixel(decoded, 4, 3)
    expect(decoded.data.length).toBe(9 * 7 * 3)
    expect(red).toBeGreaterThan(150)
    expect(green).toBeLessThan(80)
    expect(blue).toBeGreaterThan(50)
    expect(blue).toBeLessThan(130)
  })

  it('transparent pixels to white (they turned black or kept hidden colours)', async () => {
    const bytes = await sharp({
      create: { width: 2, height: 2, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    })
      .png()
      .toBuffer()
    expect(pixel(await decodePhoto(bytes, 'photo'), 1, 1)).toEqual([255, 255, 255])
  })

  it.each(['jpeg', 'webp', 'tiff', 'gif', 'avif'] as const)(
    'a %s file to its size and about its colours',
    async (format) => {
      const decoded = await decodePhoto(await flat.clone().toFormat(format).toBuffer(), 'photo')
      expect([decoded.width, decoded.height]).toEqual([9, 7])
      const [red = 0, green = 0] = pixel(decoded, 4, 3)
      expect(Math.abs(red - 200)).toBeLessThan(12)
      expect(Math.abs(green - 40)).toBeLessThan(12)
    },
  )

  it('a large photo to the longest side asked for, keeping its aspect, and leaves a small one alone', async () => {
    const bytes = await source(gradientImage(300, 150)).png().toBuffer()
    const reduced = await decodePhoto(bytes, 'photo', { longestSide: 100 })
    expect([reduced.width, reduced.height]).toEqual([100, 50])
    expect((await decodePhoto(bytes, 'photo', { longestSide: 1000 })).width).toBe(300)
  })
})

describe('decodePhoto forgives', () => {
  it.each([false, true])('a JPEG (progressive: %s) that lacks only its end marker, and warns', async (progressive) => {
    const image = gradientImage(64, 48)
    const whole = await source(image).jpeg({ progressive }).toBuffer()
    const expected = await decodePhoto(whole, 'photo')
    for (const cut of [1, 2]) {
      const notices: string[] = []
      const decoded = await decodePhoto(whole.subarray(0, whole.length - cut), 'photo', {
        onNotice: (message) => notices.push(message),
      })
      expect(decoded).toEqual(expected)
      expect(notices).toEqual([
        'photo lacks its end marker, so it was probably cut short while copying; all of its pixels are there.',
      ])
    }
    expect((await refusal(whole.subarray(0, whole.length - 3))).problem).toBe('damaged')
  })

  it('a trailer after the end, as phones write it, without a warning', async () => {
    const whole = await source(gradientImage(16, 16)).jpeg().toBuffer()
    const notices: string[] = []
    await decodePhoto(Buffer.concat([whole, Buffer.from('SEFT trailer')]), 'photo', {
      onNotice: (message) => notices.push(message),
    })
    expect(notices).toEqual([])
  })
})

describe('decodePhoto reads HEIC', () => {
  const file = (): Promise<Buffer> => readFile(join(import.meta.dirname, '../../../fixtures/pictures/display-p3.heic'))

  it('in tiles, and with its colour profile (skin looks pale without it)', async () => {
    const decoded = await decodePhoto(await file(), 'photo.heic')
    expect([decoded.width, decoded.height]).toEqual([48, 32])
    const near = (x: number, colour: readonly number[]): boolean =>
      pixel(decoded, x, 16).every((value, channel) => Math.abs(value - (colour[channel] ?? 0)) <= 4)
    expect([near(10, [200, 60, 40]), near(38, [40, 160, 80])]).toEqual([true, true])
  })

  it('and says how to convert one that it cannot read', async () => {
    const bytes = await file()
    const error = await refusal(bytes.subarray(0, bytes.length - 100))
    expect(error.problem).toBe('damaged')
    expect(error.message).toContain('save it as JPEG')
  })

  it('and refuses by its header one that is too large', async () => {
    const bytes = Buffer.from(await file())
    // The sizes of the grid and of its picture.
    for (let at = bytes.indexOf('ispe'); at !== -1; at = bytes.indexOf('ispe', at + 1)) {
      bytes.writeUInt32BE(60_000, at + 8)
      bytes.writeUInt32BE(60_000, at + 12)
    }
    expect(['too-large', 'damaged']).toContain((await refusal(bytes)).problem)
  })
})

describe('decodePhoto refuses in one sentence', () => {
  it('a truncated JPEG, wherever it is cut (half a photo padded with grey)', async () => {
    const whole = await source(gradientImage(64, 48)).jpeg().toBuffer()
    for (const share of [0.05, 0.3, 0.6, 0.98]) {
      const error = await refusal(whole.subarray(0, Math.floor(whole.length * share)))
      expect(error.problem).toBe('damaged')
      expect(error.message).toBe('photo is damaged or cut short: save or copy the picture again.')
    }
  })

  it('a truncated PNG and a truncated WebP', async () => {
    for (const format of ['png', 'webp'] as const) {
      const whole = await source(gradientImage(64, 48)).toFormat(format).toBuffer()
      expect((await refusal(whole.subarray(0, whole.length >> 1))).problem).toBe('damaged')
    }
  })

  it('text and random bytes', async () => {
    for (const bytes of [Buffer.from('hello, I am a text'), Buffer.from([1, 2, 3])]) {
      const error = await refusal(bytes)
      expect(error.problem).toBe('not-an-image')
      expect(error.message).toContain('use a JPEG, PNG')
    }
  })

  it('an SVG by name (it would pull in fonts and files)', async () => {
    const error = await refusal(Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'))
    expect(error.message).toContain('SVG')
  })

  it('a PNG that claims 20,000 × 20,000 pixels, from its header alone (1.2 GB allocated for nothing)', async () => {
    const before = process.memoryUsage().rss
    const error = await refusal(handMadePng({ width: 20_000, height: 20_000, bitDepth: 8, colourType: 2 }))
    expect(error.problem).toBe('too-large')
    expect(error.message).toContain('20000×20000 pixels (400 megapixels)')
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 ** 2)
  })

  it('a JPEG that claims 60,000 × 60,000 pixels', async () => {
    const bytes = await source(gradientImage(16, 16)).jpeg().toBuffer()
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
    bytes.writeUInt16BE(60_000, frame + 5)
    bytes.writeUInt16BE(60_000, frame + 7)
    const error = await refusal(bytes)
    expect(error.problem).toBe('too-large')
    expect(error.message).toMatch(/megapixels/)
  })
})

import { encode } from 'fast-png'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { decodeLayout } from '../../../../electron/images/decode-layout.ts'
import { encodeLabelPng } from '../../../../electron/images/encode-png.ts'
import { ImageError } from '../../../../electron/images/image-error.ts'
import { CLASSES, gradientImage, handMadePng } from './picture-fixtures.ts'

const ids = new Uint8Array([3, 3, 3, 10, 22, 29, 0, 10])
const size = { width: 4, height: 2 }

function colours(values: Uint8Array): Uint8Array {
  return Uint8Array.from([...values].flatMap((id) => CLASSES.find((entry) => entry.id === id)?.colour ?? [1, 2, 3]))
}

function refusal(bytes: Uint8Array): ImageError {
  try {
    decodeLayout(bytes, 'L.png', CLASSES)
  } catch (error) {
    if (error instanceof ImageError) return error
    throw error
  }
  throw new Error('the layout was not refused')
}

describe('decodeLayout reads', () => {
  it('an 8-bit grey PNG as ids, aliases kept', () => {
    expect(decodeLayout(encode({ ...size, data: ids, channels: 1, depth: 8 }), 'L.png', CLASSES)).toEqual({
      ...size,
      data: ids,
    })
  })

  it('an indexed PNG as ids whatever its colours (sharp would give the colours)', () => {
    const palette = Array.from({ length: 30 }, (_, index) => [index, 255 - index, 7])
    const bytes = encode({ ...size, data: ids, channels: 1, depth: 8, palette })
    expect(decodeLayout(bytes, 'L.png', CLASSES).data).toEqual(ids)
  })

  it('back exactly what encodeLabelPng wrote, aliases included', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 1, max: 40 })
          .chain((width) =>
            fc.tuple(
              fc.constant(width),
              fc.array(fc.constantFrom(0, 3, 10, 22, 29), { minLength: width, maxLength: width }),
            ),
          ),
        fc.integer({ min: 1, max: 5 }),
        async ([width, row], height) => {
          const data = Uint8Array.from(Array.from({ length: height }, () => row).flat())
          const bytes = await encodeLabelPng({ width, height, data }, CLASSES)
          expect(decodeLayout(bytes, 'L.png', CLASSES)).toEqual({ width, height, data })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('an RGB PNG in the palette', () => {
    const values = new Uint8Array([3, 3, 3, 10, 22, 22, 0, 10])
    const bytes = encode({ ...size, data: colours(values), channels: 3, depth: 8 })
    expect(decodeLayout(bytes, 'L.png', CLASSES).data).toEqual(values)
  })

  it('an RGBA PNG whose alpha is opaque', () => {
    const values = new Uint8Array([3, 3, 3, 10, 22, 22, 0, 10])
    const rgb = colours(values)
    const data = Uint8Array.from(
      Array.from(values, (_, index) => [...rgb.subarray(index * 3, index * 3 + 3), 255]).flat(),
    )
    expect(decodeLayout(encode({ ...size, data, channels: 4, depth: 8 }), 'L.png', CLASSES).data).toEqual(values)
  })

  it('an RGB layout that an optimiser made indexed by its colours, not by the arbitrary indices', () => {
    // Indices 0 and 3 are valid ids too ("other", "sky"), so a naive reader paints the wrong scene silently.
    const palette = [
      [60, 160, 60],
      [0, 0, 0],
      [0, 0, 0],
      [20, 60, 140],
    ]
    const bytes = encode({ width: 2, height: 1, data: new Uint8Array([0, 3]), channels: 1, depth: 8, palette })
    expect(decodeLayout(bytes, 'L.png', CLASSES).data).toEqual(new Uint8Array([10, 22]))
  })

  it('indices of 2 bits, rows padded to whole bytes', () => {
    const palette = new Uint8Array([0, 0, 1, 0, 0, 2, 0, 0, 3, 0, 0, 4])
    const rows = [new Uint8Array([0b11_00_11_00, 0b11_000000]), new Uint8Array([0b00_00_11_11, 0b00_000000])]
    const bytes = handMadePng({ width: 5, height: 2, bitDepth: 2, colourType: 3, palette, rows })
    expect([...decodeLayout(bytes, 'L.png', CLASSES).data]).toEqual([3, 0, 3, 0, 3, 0, 0, 3, 3, 0])
  })

  it('an interlaced palette of few bits (it was called damaged)', async () => {
    const values = Uint8Array.from({ length: 19 * 11 }, (_, pixel) => (pixel % 19 < 9 ? 3 : 22))
    const bytes = await sharp(colours(values), { raw: { width: 19, height: 11, channels: 3 } })
      .png({ palette: true, colours: 4, progressive: true })
      .toBuffer()
    expect(bytes[24]).toBeLessThan(8)
    expect(decodeLayout(bytes, 'L.png', CLASSES).data).toEqual(values)
  })
})

describe('decodeLayout refuses in one sentence', () => {
  it('unknown class ids, named with their counts, most frequent first', () => {
    const data = new Uint8Array([3, 99, 99, 99, 7, 3, 3, 3])
    const error = refusal(encode({ ...size, data, channels: 1, depth: 8 }))
    expect(error.problem).toBe('unknown-class')
    expect(error.message).toContain('99 (3 pixels), 7 (1 pixel)')
  })

  it('many unknown ids without listing them all', () => {
    const data = Uint8Array.from({ length: 12 }, (_, index) => 100 + index)
    expect(refusal(encode({ width: 12, height: 1, data, channels: 1, depth: 8 })).message).toContain('and 4 more')
  })

  it('a colour outside the palette with its hex value and first position', () => {
    const data = colours(new Uint8Array([3, 3, 3, 10, 3, 3, 3, 10]))
    data.set([0x12, 0xab, 0xff], 6 * 3)
    const error = refusal(encode({ ...size, data, channels: 3, depth: 8 }))
    expect(error.message).toContain('#12abff (1 pixel, first at x 2, y 1)')
  })

  // "Are the layout and the exemplar swapped?" would send somebody who only has to turn smoothing off on a wild-goose chase.
  it('a layout with smoothed borders by its colours, not as a photo', () => {
    const data = colours(Uint8Array.from({ length: 64 * 64 }, (_, pixel) => (pixel % 64 < 32 ? 3 : 10)))
    for (let y = 0; y < 64; y++)
      for (const [step, x] of [31, 32].entries()) data.set([90 + y, 100 + step * 50, 7], (y * 64 + x) * 3)
    const error = refusal(encode({ width: 64, height: 64, data, channels: 3, depth: 8 }))
    expect(error.problem).toBe('unknown-class')
    expect(error.message).toMatch(/and 120 more; paint without anti-aliasing in its own colours\.$/)
  })

  it('a photo as PNG, so that the caller can ask about swapped arguments', async () => {
    const image = gradientImage(64, 64)
    const raw = sharp(image.data, { raw: { width: 64, height: 64, channels: 3 } })
    expect(refusal(await raw.clone().png().toBuffer()).problem).toBe('looks-like-photo')
    expect(refusal(await raw.clone().greyscale().toColourspace('b-w').png().toBuffer()).problem).toBe(
      'looks-like-photo',
    )
    const jpeg = refusal(await raw.clone().jpeg().toBuffer())
    expect(jpeg.problem).toBe('looks-like-photo')
    expect(jpeg.message).toContain('JPEG')
  })

  it('16-bit samples', () => {
    const data = new Uint16Array([3, 3, 3, 10, 22, 22, 0, 10])
    expect(refusal(encode({ ...size, data, channels: 1, depth: 16 })).message).toContain('16 bits per sample')
  })

  it('grey shades of 4 bits, which viewers scale to 0..255', () => {
    const bytes = handMadePng({ width: 2, height: 1, bitDepth: 4, colourType: 0, rows: [new Uint8Array([0x33])] })
    expect(refusal(bytes).message).toContain('4 bits per pixel')
  })

  it('ids saved as RGB grey, saying how to save them', () => {
    const data = Uint8Array.from([3, 3, 3, 10, 22, 22, 3, 10].flatMap((id) => [id, id, id]))
    expect(refusal(encode({ ...size, data, channels: 3, depth: 8 })).message).toContain('8-bit grey PNG')
  })

  it('transparent pixels, with the position of the first', () => {
    const data = new Uint8Array(32).fill(255)
    for (let pixel = 0; pixel < 8; pixel++) data.set([0, 0, 0], pixel * 4)
    data[5 * 4 + 3] = 10
    expect(refusal(encode({ ...size, data, channels: 4, depth: 8 })).message).toContain('x 1, y 1')
  })

  it('a PNG cut anywhere, and never with another error', () => {
    const whole = encode({ ...size, data: ids, channels: 1, depth: 8 })
    for (let length = 1; length < whole.length; length++) {
      expect(['damaged', 'not-an-image']).toContain(refusal(whole.subarray(0, length)).problem)
    }
  })

  it('a flipped bit anywhere in the pixel data (checksums are checked)', () => {
    const whole = encode({ ...size, data: ids, channels: 1, depth: 8 })
    for (let index = 29; index < whole.length; index++) {
      const flipped = Uint8Array.from(whole)
      flipped[index] = (flipped[index] ?? 0) ^ 4
      expect(refusal(flipped).problem).toBe('damaged')
    }
  })

  it('a header of 20,000 × 20,000 pixels before allocation', () => {
    const error = refusal(handMadePng({ width: 20_000, height: 20_000, bitDepth: 8, colourType: 0 }))
    expect(error.problem).toBe('too-large')
  })

  it('a text file', () => {
    expect(refusal(Buffer.from('not a picture at all')).problem).toBe('not-an-image')
  })
})

import { encode } from 'fast-png'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { decodeMask } from '../../../../electron/images/decode-mask.ts'
import { handMadePng, pngChunk } from './picture-fixtures.ts'

const RGBA = 6

function inside(bytes: Uint8Array): number[] {
  return [...decodeMask(bytes, 'mask.png').data]
}

describe('decodeMask reads a mask as a picture:', () => {
  it('a palette by its colours, not by its indices (index 0 is often white, which inverted the mask)', () => {
    const palette = new Uint8Array([255, 255, 255, 0, 0, 0])
    const rows = [new Uint8Array([0b0110_0000])]
    expect(inside(handMadePng({ width: 4, height: 1, bitDepth: 1, colourType: 3, palette, rows }))).toEqual([
      1, 0, 0, 1,
    ])
  })

  it('a palette entry that is transparent, as black', () => {
    const palette = new Uint8Array([255, 255, 255, 255, 255, 255])
    const whole = handMadePng({
      width: 2,
      height: 1,
      bitDepth: 8,
      colourType: 3,
      palette,
      rows: [new Uint8Array([0, 1])],
    })
    const at = whole.indexOf('IDAT') - 4
    const bytes = Buffer.concat([whole.subarray(0, at), pngChunk('tRNS', new Uint8Array([0])), whole.subarray(at)])
    expect(inside(bytes)).toEqual([0, 1])
  })

  it.each([1, 2, 4] as const)('grey of %i bits', (bitDepth) => {
    const white = (1 << bitDepth) - 1
    const rows = [new Uint8Array([white << (8 - bitDepth)])]
    expect(inside(handMadePng({ width: 2, height: 1, bitDepth, colourType: 0, rows }))).toEqual([1, 0])
  })

  it('grey of 16 bits, down to the darkest grey', () => {
    const data = new Uint16Array([0, 1, 256, 65_535])
    expect(inside(encode({ width: 4, height: 1, data, channels: 1, depth: 16 }))).toEqual([0, 1, 1, 1])
  })

  it('RGBA, with what is transparent outside whatever colour it hides', () => {
    const row = new Uint8Array([255, 255, 255, 0, 255, 255, 255, 255, 0, 0, 0, 255, 9, 0, 0, 1])
    expect(inside(handMadePng({ width: 4, height: 1, bitDepth: 8, colourType: RGBA, rows: [row] }))).toEqual([
      0, 1, 0, 1,
    ])
  })

  it('grey whose white is declared transparent', () => {
    const whole = handMadePng({ width: 3, height: 1, bitDepth: 8, colourType: 0, rows: [new Uint8Array([0, 255, 7])] })
    const at = whole.indexOf('IDAT') - 4
    const clear = pngChunk('tRNS', new Uint8Array([0, 255]))
    expect(inside(Buffer.concat([whole.subarray(0, at), clear, whole.subarray(at)]))).toEqual([0, 0, 1])
  })

  it('what an image editor saves as interlaced palette PNG', async () => {
    const pixels = Uint8Array.from({ length: 13 * 9 }, (_, pixel) => (pixel % 13 < 5 ? 255 : 0))
    const bytes = await sharp(pixels, { raw: { width: 13, height: 9, channels: 1 } })
      .png({ palette: true, colours: 4, progressive: true })
      .toBuffer()
    expect(inside(bytes)).toEqual([...pixels].map((value) => (value === 0 ? 0 : 1)))
  })
})

it('decodeMask speaks of a mask, not of class ids, when it refuses', () => {
  const whole = encode({ width: 2, height: 2, data: new Uint8Array(4), channels: 1, depth: 8 })
  expect(() => decodeMask(whole.subarray(0, 40), 'mask.png')).toThrow(
    'mask.png is damaged or cut short: save or copy the mask again.',
  )
  expect(() => decodeMask(Buffer.from('\xff\xd8\xff', 'latin1'), 'mask.jpg')).toThrow(
    'save the mask as a black-and-white PNG',
  )
})

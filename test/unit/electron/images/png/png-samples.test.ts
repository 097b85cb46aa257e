import fc from 'fast-check'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readPngHeader } from '../../../../../electron/images/png/png-header.ts'
import { readPngSamples } from '../../../../../electron/images/png/png-samples.ts'
import { handMadePng, pngChunk } from '../picture-fixtures.ts'

function samplesOf(bytes: Uint8Array): number[] | undefined {
  const header = readPngHeader(bytes)
  if (header === undefined) throw new Error('no header')
  const png = readPngSamples(bytes, header)
  return png === undefined ? undefined : [...png.samples]
}

describe('readPngSamples', () => {
  // libpng writes them, so neither our passes nor our bit order can be wrong in the same way.
  it('reads palettes of 1, 2, 4 and 8 bits, interlaced or not, of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(2, 4, 16, 40),
        fc.boolean(),
        fc.infiniteStream(fc.nat(1000)),
        async (width, height, colours, progressive, stream) => {
          const values = [...stream.take(width * height)]
          const rgb = Uint8Array.from(
            values.flatMap((value) => [(value % colours) * 6, 7, 250 - (value % colours) * 6]),
          )
          const bytes = await sharp(rgb, { raw: { width, height, channels: 3 } })
            .png({ palette: true, colours, dither: 0, effort: 1, progressive })
            .toBuffer()
          const header = readPngHeader(bytes)
          if (header === undefined) throw new Error('no header')
          const png = readPngSamples(bytes, header)
          const decoded = await sharp(bytes).removeAlpha().toColourspace('srgb').raw().toBuffer()
          const shown = [...(png?.samples ?? [])].flatMap((index) => [
            ...(png?.palette?.subarray(index * 3, index * 3 + 3) ?? []),
          ])
          expect(header.colourType).toBe(3)
          expect(shown).toEqual([...decoded])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('reads the interlaced samples of grey, RGB and RGBA files of 8 and 16 bits', async () => {
    const pixels = Uint8Array.from({ length: 11 * 7 * 4 }, (_, index) => (index * 37) & 255)
    const source = sharp(pixels, { raw: { width: 11, height: 7, channels: 4 } })
    for (const picture of [
      source.clone(),
      source.clone().removeAlpha(),
      source.clone().removeAlpha().toColourspace('b-w'),
    ]) {
      const plain = samplesOf(await picture.clone().png({ adaptiveFiltering: true }).toBuffer())
      expect(samplesOf(await picture.clone().png({ progressive: true, adaptiveFiltering: true }).toBuffer())).toEqual(
        plain,
      )
      expect(plain).toBeDefined()
    }
    const deep = source.clone().removeAlpha().toColourspace('rgb16')
    expect(samplesOf(await deep.clone().png({ progressive: true }).toBuffer())).toEqual(
      samplesOf(await deep.clone().png().toBuffer()),
    )
  })

  it('refuses depths and colour types that no PNG has', () => {
    for (const [bitDepth, colourType] of [
      [3, 0],
      [16, 3],
      [4, 2],
      [8, 5],
    ] as const)
      expect(
        samplesOf(handMadePng({ width: 1, height: 1, bitDepth, colourType, rows: [new Uint8Array(8)] })),
      ).toBeUndefined()
  })

  it('refuses indices without a palette, and filters that do not exist', () => {
    expect(
      samplesOf(handMadePng({ width: 1, height: 1, bitDepth: 8, colourType: 3, rows: [new Uint8Array(1)] })),
    ).toBeUndefined()
    const whole = handMadePng({ width: 1, height: 1, bitDepth: 8, colourType: 0 })
    const end = pngChunk('IEND', new Uint8Array())
    const filtered = pngChunk('IDAT', deflateSync(new Uint8Array([5, 0])))
    expect(samplesOf(Buffer.concat([whole.subarray(0, 33), filtered, end]))).toBeUndefined()
  })

  it('does not unpack a gigabyte of zeros behind a header of one pixel', () => {
    const whole = handMadePng({ width: 1, height: 1, bitDepth: 8, colourType: 0 })
    const bomb = pngChunk('IDAT', deflateSync(new Uint8Array(64 * 1024 * 1024)))
    const bytes = Buffer.concat([whole.subarray(0, 33), bomb, pngChunk('IEND', new Uint8Array())])
    const before = process.memoryUsage().arrayBuffers
    expect(samplesOf(bytes)).toBeUndefined()
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024)
  })
})

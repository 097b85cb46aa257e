import { decode } from 'fast-png'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { decodeLabelImage } from '../../../../../electron/services/images/decode-label-image.ts'
import { encodeImage } from '../../../../../electron/services/images/encode-image.ts'
import { encodeIndexedPng } from '../../../../../electron/services/project/indexed-png.ts'
import { gradientImage, handMadePng } from '../../images/picture-fixtures.ts'
import { sampleLabels } from '../project/sample-project.ts'

describe('an exported picture', () => {
  it('is a PNG with the exact pixels, and text that tells how it was made', async () => {
    const image = gradientImage(40, 24)
    const text = { Software: 'Cocanvas', Comment: 'pack landscape, 씨앗 7' }
    const png = await encodeImage(image, { format: 'png', text })
    const decoded = decode(png, { checkCrc: true })
    expect([decoded.width, decoded.height, decoded.channels]).toEqual([40, 24, 3])
    expect(Buffer.compare(Uint8Array.from(decoded.data), image.data)).toBe(0)
    // sharp reads the same file through libpng, which refuses chunks with a wrong checksum.
    const { comments } = await sharp(png).metadata()
    expect(comments).toEqual([
      { keyword: 'Software', text: 'Cocanvas' },
      { keyword: 'Comment', text: 'pack landscape, 씨앗 7' },
    ])
  })

  it('is a JPEG close to the pixels when asked for one', async () => {
    const image = gradientImage(64, 48)
    const { data, info } = await sharp(await encodeImage(image, { format: 'jpeg', quality: 95 }))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([64, 48])
    const difference = data.reduce((sum, value, index) => sum + Math.abs(value - (image.data[index] ?? 0)), 0)
    expect(difference / data.length).toBeLessThan(3)
  })
})

describe('a label image', () => {
  it('comes back with its values and colours', async () => {
    const labels = sampleLabels(20, 10)
    const palette = Uint8Array.from({ length: 768 }, (_, index) => (index * 11) % 256)
    const image = decodeLabelImage({ name: 'labels.png', bytes: await encodeIndexedPng(labels, palette) })
    expect(image).toEqual({ kind: 'values', width: 20, height: 10, values: labels.data, palette })
  })

  it('is refused when it is no PNG or too large to edit', async () => {
    const jpeg = new Uint8Array(
      await sharp(gradientImage(8, 8).data, { raw: { width: 8, height: 8, channels: 3 } })
        .jpeg()
        .toBuffer(),
    )
    expect(() => decodeLabelImage({ name: 'labels.jpg', bytes: jpeg })).toThrow(/labels\.jpg is not a PNG/)
    const rows = [new Uint8Array(9000)]
    const wide = handMadePng({ width: 9000, height: 1, bitDepth: 8, colourType: 0, rows })
    expect(() => decodeLabelImage({ name: 'wide.png', bytes: wide })).toThrow(/wide\.png is larger/)
  })
})

import { decode } from 'fast-png'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { encodeLabelPng, encodePhotoPng } from '../../../../electron/images/encode-png.ts'
import { CLASSES, gradientImage } from './picture-fixtures.ts'

describe('encodePhotoPng', () => {
  it('keeps every pixel and gives the same bytes twice (a timestamp or a random filter)', async () => {
    const image = gradientImage(40, 30)
    const first = await encodePhotoPng(image)
    expect(await encodePhotoPng({ ...image, data: image.data.slice() })).toEqual(first)
    expect((await sharp(first).raw().toBuffer()).equals(image.data)).toBe(true)
  })
})

describe('encodeLabelPng', () => {
  it('shows the classes in their colours in other programs', async () => {
    const bytes = await encodeLabelPng({ width: 2, height: 1, data: Uint8Array.from([3, 29]) }, CLASSES)
    expect([...(await sharp(bytes).raw().toBuffer())]).toEqual([80, 150, 230, 20, 60, 140])
    expect(decode(bytes).palette).toHaveLength(256)
  })
})

import { initializeCanvas, readPsd } from 'ag-psd'
import { describe, expect, it } from 'vitest'
import type { PhotoPixels } from '../../../../../electron/contract/photo-pixels.ts'
import { encodePsd } from '../../../../../electron/images/full-resolution/encode-psd.ts'

// The library fills image data that it asks for; without a DOM it is told how to make some.
initializeCanvas(
  () => {
    throw new Error('No canvas is needed.')
  },
  (width, height) => ({ width, height, data: new Uint8ClampedArray(width * height * 4), colorSpace: 'srgb' }),
)

const flat: PhotoPixels = {
  width: 5,
  height: 3,
  channels: 3,
  data: Uint8Array.from({ length: 45 }, (_, at) => (at * 7) % 256),
}

function read(bytes: Uint8Array): ReturnType<typeof readPsd> {
  return readPsd(bytes, { useImageData: true })
}

describe('a Photoshop file', () => {
  // Bug it would catch: layers at the wrong place or with shifted channels, which only another program would show.
  it('holds layers with their names, places, pixels and transparency', () => {
    const patch: PhotoPixels = {
      width: 2,
      height: 1,
      channels: 4,
      data: Uint8Array.from([1, 2, 3, 255, 40, 50, 60, 0]),
    }
    const file = encodePsd(
      flat,
      [
        { name: 'Foto ä', x: 0, y: 0, pixels: flat, hidden: false },
        { name: '변경', x: 3, y: 1, pixels: patch, hidden: true },
      ],
      {},
    )
    const { width, height, children, imageData } = read(file)
    expect([width, height, children?.map(({ name }) => name)]).toEqual([5, 3, ['Foto ä', '변경']])
    expect(children?.[1]).toMatchObject({ left: 3, top: 1, right: 5, bottom: 2, hidden: true })
    expect([...(children?.[1]?.imageData?.data ?? [])]).toEqual([1, 2, 3, 255, 40, 50, 60, 0])
    expect([...(imageData?.data ?? [])].filter((_, at) => at % 4 < 3)).toEqual([...flat.data])
  })

  it('keeps the colour profile', () => {
    const icc = Uint8Array.from({ length: 131 }, (_, at) => at)
    const file = encodePsd(flat, [], { icc })
    const at = Buffer.from(file).indexOf(Buffer.from([0x38, 0x42, 0x49, 0x4d, 0x04, 0x0f]))
    expect(Buffer.from(file).readUInt32BE(at + 8)).toBe(131)
    expect(file.slice(at + 12, at + 12 + 131)).toEqual(icc)
    expect(read(file).width).toBe(5)
  })

  // Bug it would catch: 16-bit layers in the section for 8 bits, at which Photoshop refuses the file.
  it('writes 16 bits big-endian, with its layers in their own block', () => {
    const deep: PhotoPixels = { width: 2, height: 1, channels: 3, data: Uint16Array.from([1, 256, 65535, 4660, 0, 7]) }
    const file = Buffer.from(encodePsd(deep, [{ name: 'a', x: 0, y: 0, pixels: deep, hidden: false }], {}))
    expect(file.readUInt16BE(22)).toBe(16)
    const sections = 26 + 4 + 4
    const layersEnd = sections + 4 + file.readUInt32BE(sections)
    expect([file.readUInt32BE(sections + 4), file.readUInt32BE(sections + 8)]).toEqual([0, 0])
    expect(file.toString('latin1', sections + 12, sections + 20)).toBe('8BIMLr16')
    expect(sections + 24 + file.readUInt32BE(sections + 20)).toBe(layersEnd)
    const flatPlanes = [0, 2, 4, 6, 8, 10].map((offset) => file.readUInt16BE(layersEnd + 2 + offset))
    expect(flatPlanes).toEqual([1, 4660, 256, 0, 65535, 7])
  })
})

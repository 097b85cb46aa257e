import { describe, expect, it } from 'vitest'
import { cropToPicture } from '../../../../electron/faces/geometry/similarity.ts'
import { ImagePyramid } from '../../../../electron/faces/sampling/image-pyramid.ts'
import { sampleCrop } from '../../../../electron/faces/sampling/sample-crop.ts'

/** Red grows to the right, green downwards. */
function ramp(width: number, height: number): ImagePyramid {
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set([x, y, 7], (y * width + x) * 3)
  return new ImagePyramid({ width, height, data })
}

describe('sampling a crop', () => {
  it('gives the picture itself where nothing is turned or scaled', () => {
    const crop = sampleCrop(ramp(8, 6), { toPicture: { a: 1, b: 0, x: 0, y: 0 }, width: 8, height: 6, padding: 'edge' })
    expect([...crop.slice(0, 6)]).toEqual([0, 0, 7, 1, 0, 7])
    expect(crop.at(-3)).toBe(7)
  })

  it('turns clockwise: the crop’s right is the picture’s bottom at a quarter turn', () => {
    const toPicture = cropToPicture({ x: 50, y: 50 }, 20, Math.PI / 2, 20)
    const crop = sampleCrop(ramp(100, 100), { toPicture, width: 20, height: 20, padding: 'edge' })
    expect(crop[1]).toBeCloseTo(40, 3)
    expect(crop[19 * 3 + 1]).toBeCloseTo(59, 3)
    expect(crop[0]).toBeCloseTo(59, 3)
  })

  it('is free of shifts at a small scale, where a halved picture is read', () => {
    const toPicture = cropToPicture({ x: 100, y: 100 }, 160, 0, 20)
    const crop = sampleCrop(ramp(200, 200), { toPicture, width: 20, height: 20, padding: 'edge' })
    // 103.5, halved three times with rounding.
    expect(Math.abs((crop[(10 * 20 + 10) * 3] ?? 0) - 103.5)).toBeLessThan(1)
  })

  it('mirrors the picture at its border for aligned faces', () => {
    const request = { toPicture: { a: 1, b: 0, x: -3, y: 0 }, width: 4, height: 1 }
    const red = (crop: Float32Array): (number | undefined)[] => [0, 3, 6, 9].map((at) => crop[at])
    expect(red(sampleCrop(ramp(8, 6), { ...request, padding: 'reflect' }))).toEqual([2, 1, 0, 0])
    expect(red(sampleCrop(ramp(8, 6), { ...request, padding: 'edge' }))).toEqual([0, 0, 0, 0])
    expect(sampleCrop(ramp(8, 6), { ...request, padding: 'black' })[2]).toBe(0)
  })
})

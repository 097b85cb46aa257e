import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import {
  drawDoubt,
  drawHeat,
  drawPicture,
  type PictureCanvas,
} from '../../../../../renderer/synthesis/views/draw-picture.ts'

class Image {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.data = new Uint8ClampedArray(4 * width * height)
  }
}

beforeEach(() => void vi.stubGlobal('ImageData', Image))
afterEach(() => void vi.unstubAllGlobals())

/** A canvas that keeps what was put on it. */
function canvas(): { element: PictureCanvas; pixel: (index: number) => number[]; sizes: number } {
  let shown: Image | undefined
  const made = {
    sizes: 0,
    element: {
      height: 0,
      get width() {
        return shown?.width ?? 0
      },
      set width(_width: number) {
        made.sizes += 1
      },
      getContext: () => ({ putImageData: (image: Image) => void (shown = image) }),
    },
    pixel: (index: number) => [...(shown?.data.slice(4 * index, 4 * index + 4) ?? [])],
  }
  return made
}

describe('drawing', () => {
  it('a picture is opaque and of its own size', () => {
    const { element, pixel } = canvas()
    drawPicture(element, { width: 2, height: 1, data: new Uint8Array([1, 2, 3, 250, 251, 252]) })
    expect([pixel(0), pixel(1)]).toEqual([
      [1, 2, 3, 255],
      [250, 251, 252, 255],
    ])
    expect(element.height).toBe(1)
  })

  // Bug it would catch: a canvas that is given its size anew with every picture, which flickers.
  it('takes the size once while pictures are alike', () => {
    const made = canvas()
    const picture = { width: 2, height: 1, data: new Uint8Array(6) }
    drawPicture(made.element, picture)
    drawPicture(made.element, picture)
    expect(made.sizes).toBe(1)
  })

  it('doubt covers what is unsure and leaves what is sure clear, also beyond 0 and 1', () => {
    const { element, pixel } = canvas()
    drawDoubt(element, { width: 4, height: 1, data: new Float32Array([0, 1, -3, 3]) })
    expect([0, 1, 2, 3].map((index) => pixel(index)[3])).toEqual([200, 0, 200, 0])
  })

  it('heat is relative to its hottest cell, and none is drawn where there is none', () => {
    const { element, pixel } = canvas()
    drawHeat(element, { width: 3, height: 1, data: new Float32Array([0, 0.01, 0.04]) })
    expect([0, 1, 2].map((index) => pixel(index)[3])).toEqual([0, 118, 235])
    expect(pixel(2).slice(0, 3)).toEqual([255, 255, 255])
    // Bug it would catch: a map without any heat that is drawn as white all over.
    drawHeat(element, { width: 1, height: 1, data: new Float32Array([0]) })
    expect(pixel(0)[3]).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import { keepBentColours } from '../../../../../electron/people/part-colours/keep-bent-colours.ts'

const [WIDTH, HEIGHT] = [48, 48]

function filled(level: (x: number, y: number) => number) {
  const data = new Uint8Array(WIDTH * HEIGHT * 3)
  for (let at = 0; at < data.length; at++) {
    const pixel = Math.floor(at / 3)
    data[at] = level(pixel % WIDTH, Math.floor(pixel / WIDTH))
  }
  return { width: WIDTH, height: HEIGHT, data }
}

/** The left half is somebody. */
const coverage = Float32Array.from({ length: WIDTH * HEIGHT }, (_, pixel) => (pixel % WIDTH < WIDTH / 2 ? 1 : 0))

describe('a figure painted after a bent exemplar', () => {
  // Bug it would catch: a dress in another tone than the exemplar's, or a background that changes with it.
  it('gets the tone of the bent exemplar and keeps its own folds; the background stays', () => {
    const fold = (x: number): number => (x % 4 < 2 ? 6 : -6)
    const picture = filled((x) => 100 + fold(x))
    const kept = keepBentColours(picture, { image: filled(() => 112), coverage })
    for (const x of [2, 3, 9, 12, 18]) expect(kept.data[(20 * WIDTH + x) * 3]).toBe(112 + fold(x))
    for (const x of [26, 33, 40]) expect(kept.data[(20 * WIDTH + x) * 3]).toBe(100 + fold(x))
  })

  // Bug it would catch: a torn place of the bent exemplar that comes back after the network mended it.
  it('is moved by 25 levels at most', () => {
    const kept = keepBentColours(
      filled(() => 100),
      { image: filled(() => 250), coverage },
    )
    expect(kept.data[(20 * WIDTH + 8) * 3]).toBe(125)
  })
})

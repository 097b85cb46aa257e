import { describe, expect, it } from 'vitest'
import type { RgbImage } from '../../../../../electron/contract/rgb-image.ts'
import { figureMask } from '../../../../../electron/people/backdrop/figure-mask.ts'
import { layOver, plainPicture } from '../../../../../electron/people/backdrop/lay-over.ts'
import { mirrorFill } from '../../../../../electron/people/backdrop/mirror-fill.ts'

const [WIDTH, HEIGHT] = [96, 64]

/** Grey that grows downwards, with upright stripes: grass behind somebody. */
const meadow = picture((x, y) => [40 + y, 60 + 2 * y, x % 8 < 4 ? 30 : 60])

function picture(colour: (x: number, y: number) => readonly number[]): RgbImage {
  const data = Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, at) => {
    const pixel = Math.floor(at / 3)
    return colour(pixel % WIDTH, Math.floor(pixel / WIDTH))[at % 3] ?? 0
  })
  return { width: WIDTH, height: HEIGHT, data }
}

function marked(inside: (x: number, y: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: WIDTH * HEIGHT }, (_, pixel) =>
    inside(pixel % WIDTH, Math.floor(pixel / WIDTH)) ? 1 : 0,
  )
}

const somebody = marked((x, y) => Math.abs(x - 40) < 12 && y > 8)

describe('a photo without its person', () => {
  const withPerson = picture((x, y) =>
    somebody[y * WIDTH + x] === 1 ? [250, 0, 250] : [40 + y, 60 + 2 * y, x % 8 < 4 ? 30 : 60],
  )
  const filled = mirrorFill(withPerson, somebody)

  it('shows nothing of the person, and the rows go on as they are beside', () => {
    for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
      const y = Math.floor(pixel / WIDTH)
      // Would catch: gaps left open, or filled with other rows than their own.
      expect(filled.data[pixel * 3]).toBe(40 + y)
      expect(filled.data[pixel * 3 + 1]).toBe(60 + 2 * y)
    }
  })

  it('leaves every other pixel as it was, and the given picture too', () => {
    expect(withPerson.data[(20 * WIDTH + 40) * 3]).toBe(250)
    for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel++)
      if (somebody[pixel] === 0)
        expect(filled.data.subarray(pixel * 3, pixel * 3 + 3)).toEqual(meadow.data.subarray(pixel * 3, pixel * 3 + 3))
  })

  it('takes one side where the person stands at the border, and gives up where nothing is left', () => {
    const atBorder = marked((x) => x < 20)
    const bordered = picture((x, y) => (x < 20 ? [250, 0, 250] : [40 + y, 60, 30]))
    expect(mirrorFill(bordered, atBorder).data[5 * WIDTH * 3]).toBe(45)
    expect(
      mirrorFill(
        bordered,
        marked(() => true),
      ).data,
    ).toEqual(bordered.data)
    expect(
      mirrorFill(
        bordered,
        marked(() => false),
      ),
    ).toBe(bordered)
  })
})

describe('the mask of a person', () => {
  const points: ([number, number] | null)[] = Array.from({ length: 18 }, () => null)
  points[1] = [40, 12]
  points[8] = [40, 32]
  points[9] = [40, 46]
  points[10] = [40, 58]
  const pose = { width: WIDTH, height: HEIGHT, points }
  const share = (inside: (x: number, y: number) => boolean): Float32Array =>
    Float32Array.from(marked(inside), (value) => value * 0.99)
  const at = (data: Float32Array, x: number, y: number): number | undefined => data[y * WIDTH + x]

  it('is what hangs together with the skeleton: another body beside it is background', () => {
    const { data } = figureMask(
      { width: WIDTH, height: HEIGHT, data: share((x) => Math.abs(x - 40) < 6 || Math.abs(x - 80) < 6) },
      pose,
    )
    expect(at(data, 43, 30)).toBe(1)
    expect(at(data, 80, 30)).toBe(0)
  })

  it('holds the limbs even where the network sees nobody, and never reaches far from them', () => {
    const nobody = figureMask({ width: WIDTH, height: HEIGHT, data: share(() => false) }, pose).data
    expect(at(nobody, 40, 50)).toBe(1)
    expect(at(nobody, 44, 50)).toBe(0)
    const everywhere = figureMask({ width: WIDTH, height: HEIGHT, data: share(() => true) }, pose).data
    expect(at(everywhere, 45, 50)).toBe(1)
    expect(at(everywhere, 70, 50)).toBe(0)
  })
})

it('a picture lies over one colour as far as its mask says', () => {
  const mask = { width: WIDTH, height: HEIGHT, data: new Float32Array(WIDTH * HEIGHT) }
  mask.data.set([1, 0.5])
  const white = plainPicture(meadow, [255, 255, 255])
  const made = layOver(plainPicture(meadow, [0, 100, 200]), mask, white)
  expect([...made.data.subarray(0, 9)]).toEqual([0, 100, 200, 128, 178, 228, 255, 255, 255])
})

import type { RgbImage } from '../../contract/rgb-image.ts'

/** A picture and its halvings (box filter), each made when it is first asked for. Level n is 2ⁿ times smaller. */
export class ImagePyramid {
  readonly #levels: RgbImage[]

  constructor(image: RgbImage) {
    this.#levels = [image]
  }

  get image(): RgbImage {
    return this.level(0).image
  }

  /** The level, or the last one that is not smaller than 8 pixels; `factor` is how much smaller it is. */
  level(wanted: number): { readonly image: RgbImage; readonly factor: number } {
    for (;;) {
      const last = this.#levels.length - 1
      const known = this.#levels[Math.min(wanted, last)]
      if (known === undefined) throw new RangeError('a pyramid has no level below 0')
      if (wanted <= last || Math.min(known.width, known.height) < 16)
        return { image: known, factor: 2 ** Math.min(wanted, last) }
      this.#levels.push(halved(known))
    }
  }
}

/** Each pixel the mean of 2 × 2; an odd last row or column is dropped, so that coordinates stay exactly halved. */
function halved({ width, height, data }: RgbImage): RgbImage {
  const halfWidth = width >> 1
  const halfHeight = height >> 1
  const stride = width * 3
  const half = new Uint8Array(halfWidth * halfHeight * 3)
  let target = 0
  for (let y = 0; y < halfHeight; y++) {
    let source = y * 2 * stride
    for (let x = 0; x < halfWidth; x++, source += 6)
      for (let channel = 0; channel < 3; channel++) {
        const at = source + channel
        half[target++] =
          ((data[at] ?? 0) + (data[at + 3] ?? 0) + (data[at + stride] ?? 0) + (data[at + stride + 3] ?? 0) + 2) >> 2
      }
  }
  return { width: halfWidth, height: halfHeight, data: half }
}

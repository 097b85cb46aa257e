import type { RgbImage } from '../../../electron/contract/rgb-image.ts'

/** CIELAB (D65) of a photo, planes interleaved: L 0..100, a and b about −110..110, at `3 * (y * width + x)`. */
export function photoToLab({ data }: RgbImage): Float32Array {
  const lab = new Float32Array(data.length)
  for (let at = 0; at < data.length; at += 3) {
    const red = linear[data[at] ?? 0] ?? 0
    const green = linear[data[at + 1] ?? 0] ?? 0
    const blue = linear[data[at + 2] ?? 0] ?? 0
    const x = compressed((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    const y = compressed(0.2126729 * red + 0.7151522 * green + 0.072175 * blue)
    const z = compressed((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883)
    lab[at] = 116 * y - 16
    lab[at + 1] = 500 * (x - y)
    lab[at + 2] = 200 * (y - z)
  }
  return lab
}

const linear = Float32Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
})

function compressed(value: number): number {
  return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116
}

import type { LabelMap } from '../../electron/contract/label-map.ts'
import type { RgbImage } from '../../electron/contract/rgb-image.ts'

/** Classes on fewer pixels than this are not measured. */
const LEAST_PIXELS = 1500

/**
 * Detail of every class: the mean over its pixels of |4·p − left − right − above − below| of the green values, which only
 * sees what is as fine as a pixel or two. Pixels beside another class are left out.
 */
export function detailByClass({ width, height, data }: RgbImage, labels: LabelMap): ReadonlyMap<number, number> {
  const sums = new Map<number, { sum: number; count: number }>()
  const green = (at: number): number => data[at * 3 + 1] ?? 0
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const label = labels.data[at] ?? 0
      const beside = [at - 1, at + 1, at - width, at + width]
      if (beside.some((other) => labels.data[other] !== label)) continue
      const entry = sums.get(label) ?? { sum: 0, count: 0 }
      sums.set(label, entry)
      entry.sum += Math.abs(4 * green(at) - beside.reduce((sum, other) => sum + green(other), 0))
      entry.count++
    }
  return new Map(
    [...sums].filter(([, { count }]) => count >= LEAST_PIXELS).map(([label, { sum, count }]) => [label, sum / count]),
  )
}

/**
 * How far the energy of the rows at a period of `period` pixels stands above that of its neighbours in the spectrum: 1 = not
 * at all. Rows of 128 pixels, windowed, their powers averaged.
 */
export function axisPeak({ width, height, data }: RgbImage, period: number): number {
  const length = 128
  const bin = length / period
  const wanted = [bin - 5, bin - 4, bin - 3, bin - 2, bin, ...(bin + 2 < length / 2 ? [bin + 2, bin + 3, bin + 4] : [])]
  const powers = new Map(wanted.map((each) => [each, 0]))
  for (let y = 0; y < height; y += 3)
    for (let left = 0; left + length <= width; left += length)
      for (const frequency of wanted) {
        let real = 0
        let imaginary = 0
        for (let x = 0; x < length; x++) {
          const value = (data[(y * width + left + x) * 3 + 1] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * x) / length))
          real += value * Math.cos((2 * Math.PI * frequency * x) / length)
          imaginary += value * Math.sin((2 * Math.PI * frequency * x) / length)
        }
        powers.set(frequency, (powers.get(frequency) ?? 0) + real ** 2 + imaginary ** 2)
      }
  const others = wanted.filter((each) => each !== bin).map((each) => powers.get(each) ?? 0)
  return (powers.get(bin) ?? 0) / (others.reduce((sum, power) => sum + power, 0) / others.length)
}

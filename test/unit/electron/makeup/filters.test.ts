import { describe, expect, it } from 'vitest'
import { fromLab, toLab } from '../../../../electron/makeup/colour/lab.ts'
import { blur } from '../../../../electron/makeup/filters/blur.ts'
import { guidedLine } from '../../../../electron/makeup/filters/guided-line.ts'
import { maskedBlur } from '../../../../electron/makeup/filters/masked-blur.ts'

describe('L*a*b*', () => {
  it('comes back to the same 8-bit value for every grey and many colours', () => {
    const lab = new Float32Array(3)
    const rgb = new Float32Array(3)
    for (let red = 0; red < 256; red += 5)
      for (let green = 0; green < 256; green += 5)
        for (let blue = 0; blue < 256; blue += 17) {
          toLab(red / 255, green / 255, blue / 255, lab)
          fromLab(lab, rgb)
          expect([...rgb].map((value) => Math.round(value * 255))).toEqual([red, green, blue])
        }
  })

  it('agrees with the published values of sRGB red', () => {
    const lab = new Float32Array(3)
    toLab(1, 0, 0, lab)
    expect(lab[0]).toBeCloseTo(53.24, 1)
    expect(lab[1]).toBeCloseTo(80.09, 1)
    expect(lab[2]).toBeCloseTo(67.2, 1)
  })
})

describe('blurring', () => {
  it.each([1.5, 4, 9, 22])('spreads a point as a Gaussian of sigma %f does', (sigma) => {
    const side = 256
    const plane = new Float32Array(side * side)
    plane[128 * side + 128] = 1
    const blurred = blur(plane, side, sigma)
    let [sum, square] = [0, 0]
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        sum += blurred[y * side + x] ?? 0
        square += (blurred[y * side + x] ?? 0) * (x - 128) ** 2
      }
    expect(sum).toBeCloseTo(1, 4)
    expect(Math.sqrt(square / sum) / sigma).toBeGreaterThan(0.9)
    expect(Math.sqrt(square / sum) / sigma).toBeLessThan(1.1)
  })

  it.each([2, 4, 9])('takes nothing from outside the mask at sigma %f, so that lips never colour the skin', (sigma) => {
    const side = 64
    const plane = new Float32Array(side * side).map((_, index) => (index % side < 32 ? 10 : 90))
    const mask = new Float32Array(side * side).map((_, index) => (index % side < 32 ? 1 : 0))
    const blurred = maskedBlur(mask, side, sigma).of(plane)
    expect(blurred.every((value) => Math.abs(value - 10) < 0.01)).toBe(true)
  })

  it('moves a mask’s border to the edge that the picture has near it', () => {
    const side = 64
    const guide = new Float32Array(side * side).map((_, index) => (index % side < 32 ? 20 : 70))
    const rough = new Float32Array(side * side).map((_, index) => (index % side < 34 ? 0 : 1))
    const { slope, offset } = guidedLine(rough, guide, side, { sigma: 4, edge: 6 })
    const at = (x: number): number =>
      (slope[32 * side + x] ?? 0) * (guide[32 * side + x] ?? 0) + (offset[32 * side + x] ?? 0)
    expect(at(31)).toBeLessThan(0.2)
    expect(at(33) - at(31)).toBeGreaterThan(0.5)
  })
})

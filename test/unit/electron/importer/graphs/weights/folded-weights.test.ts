import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centredWeight } from '../../../../../../electron/importer/graphs/weights/centred-weight.ts'
import { composedWeight } from '../../../../../../electron/importer/graphs/weights/composed-weight.ts'
import { halfFloatBits } from '../../../../../../electron/importer/graphs/weights/half-float.ts'
import { neighbourhoodWeight } from '../../../../../../electron/importer/graphs/weights/neighbourhood-weight.ts'
import { spectralWeight } from '../../../../../../electron/importer/graphs/weights/spectral-weight.ts'
import { elementsOf, type Weight } from '../../../../../../electron/importer/graphs/weights/weight.ts'
import { widenedWeight } from '../../../../../../electron/importer/graphs/weights/widened-weight.ts'

function weight(shape: readonly number[], values?: readonly number[]): Weight {
  const numbers = values ?? Array.from({ length: elementsOf(shape) }, (_, index) => Math.sin(index + 1))
  return { shape, read: () => Promise.resolve(Float32Array.from(numbers)) }
}

describe('spectralWeight', () => {
  // Catches σ from a fresh power iteration, or W reshaped to (−1, in) instead of (out, −1).
  it('divides by uᵀ W v with u and v as they are stored', async () => {
    const tensors: Record<string, number[]> = {
      'c.weight_orig': [1, 2, 3, 4, 5, 6, 7, 8],
      'c.weight_u': [0.6, 0.8],
      'c.weight_v': [1, 0, -1, 2],
    }
    const source = { read: (key: string) => Promise.resolve(Float32Array.from(tensors[key] ?? [])) }
    const sigma = 0.6 * (1 - 3 + 8) + 0.8 * (5 - 7 + 16)
    const folded = await spectralWeight(source, 'c', [2, 1, 2, 2]).read()
    for (const [index, value] of folded.entries()) expect(value).toBeCloseTo((index + 1) / sigma, 6)
  })
})

describe('centredWeight', () => {
  it('leaves filters that sum to nothing over the outputs, and the original untouched', async () => {
    const original = Float32Array.of(1, 2, 3, 6, 5, 4)
    const centred = await centredWeight({ shape: [2, 3], read: () => Promise.resolve(original) }).read()
    expect([...centred]).toEqual([-2.5, -1.5, -0.5, 2.5, 1.5, 0.5])
    expect([...original]).toEqual([1, 2, 3, 6, 5, 4])
  })
})

describe('neighbourhoodWeight and widenedWeight', () => {
  // Catches the factors of a neighbour applied to another one, which parity tests see only as noise.
  it('puts each factor where its neighbour and channel lie', async () => {
    const [outputs, channels, wider] = [2, 3, 4]
    const filters = await weight([outputs, channels, 3, 3]).read()
    const ordered = neighbourhoodWeight(widenedWeight(weight([outputs, channels, 3, 3]), outputs, wider))
    expect(ordered.shape).toEqual([outputs, 9, wider])
    const values = await ordered.read()
    for (let output = 0; output < outputs; output++)
      for (let tap = 0; tap < 9; tap++)
        for (let channel = 0; channel < wider; channel++)
          expect(values[(output * 9 + tap) * wider + channel]).toBe(
            channel < channels ? filters[(output * channels + channel) * 9 + tap] : 0,
          )
  })
})

describe('composedWeight', () => {
  it('is the product of a 1×1 convolution and the one before it', async () => {
    const composed = composedWeight(weight([2, 2, 1, 1], [1, 2, 3, 4]), weight([2, 1, 1, 2], [5, 6, 7, 8]))
    expect(composed.shape).toEqual([2, 1, 1, 2])
    expect([...(await composed.read())]).toEqual([19, 22, 43, 50])
  })
})

describe('halfFloatBits', () => {
  const valueOf = (bits: number): number => {
    const [sign, exponent, fraction] = [bits >> 15 === 0 ? 1 : -1, (bits >> 10) & 31, bits & 1023]
    return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15))
  }

  it.each([
    [0, 0x0000],
    [-0, 0x8000],
    [1, 0x3c00],
    [65504, 0x7bff],
    [1e6, 0x7bff],
    [-1e6, 0xfbff],
    [2 ** -24, 0x0001],
    [2 ** -25, 0x0000],
    [1 + 1 / 2048, 0x3c00],
    [1 + 3 / 2048, 0x3c02],
  ])('%d is 0x%s', (value, bits) => {
    expect(halfFloatBits(Float32Array.of(value))[0]).toBe(bits)
  })

  it('never misses the nearest half by more than half a step, at any magnitude', () => {
    fc.assert(
      fc.property(fc.float({ min: -65000, max: 65000, noNaN: true }), (value) => {
        const found = valueOf(halfFloatBits(Float32Array.of(value))[0] ?? 0)
        const step = Math.max(2 ** -24, 2 ** (Math.floor(Math.log2(Math.max(Math.abs(value), 1e-30))) - 10))
        expect(Math.abs(found - value)).toBeLessThanOrEqual(step / 2)
      }),
    )
  })
})

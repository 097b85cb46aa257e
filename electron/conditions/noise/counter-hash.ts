const GOLDEN = 0x9e3779b9

/** MurmurHash3's 32-bit finaliser: every bit of the input changes about half the output's. */
function mix(word: number): number {
  let value = word ^ (word >>> 16)
  value = Math.imul(value, 0x85ebca6b)
  value ^= value >>> 13
  value = Math.imul(value, 0xc2b2ae35)
  return value ^ (value >>> 16)
}

/** A stream of random 32-bit words in which word number `counter` is computed directly, without those before it. */
export type CounterHash = (counter: number) => number

/**
 * word(counter) = mix(mix(counter · φ + k₁) ⊕ k₂), all modulo 2^32, with k₁ = mix(seed + φ), k₂ = mix(k₁ + φ), φ = 0x9e3779b9.
 *
 * @param seed 0 .. 2^32 − 1
 * @returns words as unsigned 32-bit numbers; the stream repeats after 2^32
 */
export function counterHash(seed: number): CounterHash {
  const key1 = mix((seed + GOLDEN) | 0)
  const key2 = mix((key1 + GOLDEN) | 0)
  return (counter) => mix(mix((Math.imul(counter, GOLDEN) + key1) | 0) ^ key2) >>> 0
}

import type { SeededRandom } from './seeded-random.ts'

/** Byte values at which lengths, offsets and counts tend to break. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff] as const
const MOST_CHANGES = 6

/** A copy with a few faults of the kinds that disks, transfers and people make. */
export function mutate(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  let mutant: Uint8Array = Uint8Array.from(bytes)
  const changes = 1 + random.below(MOST_CHANGES)
  for (let change = 0; change < changes; change++) mutant = random.pick(FAULTS)(mutant, random)
  return mutant
}

const FAULTS: readonly ((bytes: Uint8Array, random: SeededRandom) => Uint8Array)[] = [
  (bytes, random) => withByte(bytes, random, (byte) => byte ^ (1 << random.below(8))),
  (bytes, random) => withByte(bytes, random, () => random.pick(EDGES)),
  (bytes, random) => withByte(bytes, random, () => random.below(256)),
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, random) => without(bytes, random),
  (bytes, random) => joined(bytes, random.below(bytes.length + 1), random.bytes(random.below(16))),
  (bytes, random) => {
    const start = random.below(bytes.length + 1)
    return joined(bytes, random.below(bytes.length + 1), bytes.slice(start, start + random.below(64)))
  },
]

function withByte(bytes: Uint8Array, random: SeededRandom, change: (byte: number) => number): Uint8Array {
  const changed = Uint8Array.from(bytes)
  const place = random.below(bytes.length)
  if (place < changed.length) changed[place] = change(changed[place] ?? 0)
  return changed
}

function without(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const start = random.below(bytes.length + 1)
  const end = Math.min(bytes.length, start + random.below(64))
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
}

function joined(bytes: Uint8Array, place: number, more: Uint8Array): Uint8Array {
  return Buffer.concat([bytes.subarray(0, place), more, bytes.subarray(place)])
}

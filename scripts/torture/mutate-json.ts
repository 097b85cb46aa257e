import type { SeededRandom } from './seeded-random.ts'

const ODD_VALUES: readonly unknown[] = [
  null,
  -1,
  0,
  1.5,
  1e308,
  '',
  'x',
  'a'.repeat(70_000),
  true,
  [],
  {},
  [[[[]]]],
  { __proto__: 1 },
]

/** A JSON text whose syntax is correct but whose content is not: some value in it is odd, missing or doubled. */
export function mutateJson(text: string, random: SeededRandom): Uint8Array {
  const parsed: unknown = JSON.parse(text)
  return new TextEncoder().encode(JSON.stringify(changed(parsed, random)))
}

/** Goes down to a random value and changes it. */
function changed(value: unknown, random: SeededRandom): unknown {
  if (random.below(5) === 0) return random.pick(ODD_VALUES)
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    if (items.length === 0) return random.pick(ODD_VALUES)
    const place = random.below(items.length)
    const item = items[place]
    if (random.below(6) === 0) return items.filter((_, index) => index !== place)
    if (random.below(6) === 0) return [...items, item]
    return items.map((kept, index) => (index === place ? changed(kept, random) : kept))
  }
  if (typeof value === 'object' && value !== null) {
    const entries: readonly (readonly [string, unknown])[] = Object.entries(value)
    if (entries.length === 0) return random.pick(ODD_VALUES)
    const [name] = random.pick(entries)
    if (random.below(6) === 0) return Object.fromEntries(entries.filter(([kept]) => kept !== name))
    if (random.below(6) === 0) return { ...value, [`${name}x`]: random.pick(ODD_VALUES) }
    return Object.fromEntries(entries.map(([kept, item]) => [kept, kept === name ? changed(item, random) : item]))
  }
  if (typeof value === 'string') return random.below(2) === 0 ? `${value} ` : value.slice(1)
  if (typeof value === 'number') return random.pick([value + 1, -value, value * 1e9, value / 3])
  return random.pick(ODD_VALUES)
}

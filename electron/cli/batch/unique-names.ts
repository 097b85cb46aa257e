/**
 * A name for everything, no two of them alike. What has a name to itself gets the first of its wishes; the others get theirs, or
 * theirs with a number, in the given order. The same wishes always give the same names.
 *
 * Names are compared as the most careless disks do: macOS and Windows ignore case, and macOS the ways in which Unicode can write
 * the same letter.
 *
 * @param wishes names in order of preference, at least one each
 */
export function uniqueNames(wishes: readonly (readonly [string, ...string[]])[]): readonly string[] {
  const wanted = new Map<string, number>()
  for (const [first] of wishes) wanted.set(folded(first), (wanted.get(folded(first)) ?? 0) + 1)
  const isSole = ([first]: readonly [string, ...string[]]): boolean => wanted.get(folded(first)) === 1
  const taken = new Set(wishes.filter(isSole).map(([first]) => folded(first)))
  return wishes.map((wish) => {
    if (isSole(wish)) return wish[0]
    const name = firstFree(wish, taken)
    taken.add(folded(name))
    return name
  })
}

function firstFree(wish: readonly [string, ...string[]], taken: ReadonlySet<string>): string {
  const [first, ...others] = wish
  const last = others.at(-1) ?? first
  // The first wish is the one that several share, so it goes to none of them when there is another.
  for (const name of others.length === 0 ? [first] : others) if (!taken.has(folded(name))) return name
  for (let number = 2; ; number++)
    if (!taken.has(folded(`${last}-${String(number)}`))) return `${last}-${String(number)}`
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC')
}

/** How many pixels each class has, in the order of their ids; classes without pixels are not named. */
export function classCounts(labels: Uint8Array): Map<number, number> {
  const table = new Uint32Array(256)
  for (let at = 0; at < labels.length; at++) table[labels[at] ?? 0] = (table[labels[at] ?? 0] ?? 0) + 1
  return new Map([...table].flatMap((count, label) => (count === 0 ? [] : [[label, count] as const])))
}

/** How many pixels each class has, in the order of their ids; classes without pixels are not named. */
export function classCounts(labels: Uint8Array): Map<number, number> {
  const table = new Uint32Array(256)
  // Run by run: neighbours mostly have one class.
  for (let start = 0, end = 0; start < labels.length; start = end) {
    const label = labels[start] ?? 0
    while (labels[end] === label) end++
    table[label] = (table[label] ?? 0) + end - start
  }
  return new Map([...table].flatMap((count, label) => (count === 0 ? [] : [[label, count] as const])))
}

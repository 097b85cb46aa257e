/** How many pixels each class id has: 256 counts. */
export function countClasses(data: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256)
  for (const id of data) counts[id] = (counts[id] ?? 0) + 1
  return counts
}

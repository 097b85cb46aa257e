/** The value of a key, made when first asked for. A failure is forgotten, so that the next call tries again. */
export function remembered<Value>(
  kept: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = make()
  kept.set(key, made)
  made.catch(() => {
    if (kept.get(key) === made) kept.delete(key)
  })
  return made
}

/** Forgets the oldest values until no more than `count` are left. */
export function keepNewest(kept: Map<string, unknown>, count: number): void {
  for (const key of kept.keys()) {
    if (kept.size <= count) return
    kept.delete(key)
  }
}

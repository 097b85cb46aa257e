/**
 * Leaves the keys of an input method to it: while Hangul, kana or Pinyin is being composed, Enter chooses and Escape
 * gives up the composition, and neither may end a rename or run a command. The keys are stopped at the window before
 * any other listener; the input method itself has received them by then.
 *
 * @returns what ends it
 */
export function ignoreComposingKeys(target: Window): () => void {
  const ending = new AbortController()
  const stop = (event: KeyboardEvent): void => {
    if (event.isComposing) event.stopImmediatePropagation()
  }
  for (const type of ['keydown', 'keyup'] as const)
    target.addEventListener(type, stop, { capture: true, signal: ending.signal })
  return () => ending.abort()
}

/**
 * Keeps the keys of an input method to itself: while Hangul, kana or Pinyin is being composed, Enter chooses and Escape gives up the
 * composition, and must neither end a rename nor run a command. Stopped at the window, before anybody listens; the input method
 * itself has had the key by then.
 *
 * @returns an end of it
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

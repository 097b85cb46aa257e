/** Calls back once after some milliseconds unless the returned function is called first. Injected, so tests need not wait. */
export type StartTimer = (milliseconds: number, callback: () => void) => () => void

/** The real timer. It keeps no process alive by itself. */
export const startTimer: StartTimer = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}

import type { StartTimer } from '../client/host-link.ts'

/** The real timer. It keeps no process alive by itself. */
export const startTimer: StartTimer = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}

const LOOK_MS = 1000

/**
 * Ends this process, as a SIGTERM does, when the one that started it is gone: npm passes signals to its shell alone, which
 * dies of them and leaves its child behind.
 */
export function endWithParent() {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_MS)
  timer.unref()
}

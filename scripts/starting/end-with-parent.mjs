const LOOK_MS = 1000

/**
 * Ends this process as SIGTERM does when its parent has gone: npm passes signals only to its shell, which ends and
 * leaves its child running.
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

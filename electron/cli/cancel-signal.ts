import { EXIT_CODES } from './exit-codes.ts'

/** Aborted by Ctrl-C. The first asks politely; the second leaves at once, and exit handlers still remove temporary files. */
export function cancelSignal(): AbortSignal {
  const controller = new AbortController()
  const cancel = (): void => {
    if (controller.signal.aborted) process.exit(EXIT_CODES.cancelled)
    controller.abort()
  }
  process.on('SIGINT', cancel)
  process.on('SIGTERM', cancel)
  return controller.signal
}

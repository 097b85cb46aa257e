/** Between two lines of progress where there is no terminal whose line could be written over. */
const QUIET_MS = 30_000

/**
 * Tells a person at a terminal, or a log, what the torture does and finds.
 *
 * @returns {import('./torture-report.ts').TortureReport & { faults: () => number }} `faults` counts those that were told
 */
export function terminalReport() {
  let faults = 0
  let told = 0
  const clear = () => {
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[K')
  }
  return {
    faults: () => faults,
    line(text) {
      clear()
      console.log(text)
    },
    fault(text) {
      faults += 1
      clear()
      console.error(`  FAULT ${text}`)
    },
    progress(what, done, of) {
      const text = `${what}: ${done} of ${of}`
      if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${text}`)
      else if (performance.now() - told > QUIET_MS) {
        told = performance.now()
        console.log(`  ${text}`)
      }
    },
  }
}

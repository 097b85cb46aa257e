/** @typedef {{ passed: number, failed: number, skipped: number }} TestCounts */

/**
 * Counts of Vitest's JSON report. A file that broke before its first test counts as one failure: it has no test to count.
 *
 * @param {string} json
 * @returns {TestCounts}
 */
export function vitestCounts(json) {
  /** @type {unknown} */
  const parsed = JSON.parse(json)
  const report =
    /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
      testResults: { status: string, assertionResults: unknown[] }[] }} */ (parsed)
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * Counts of pytest's JUnit report.
 *
 * @param {string} xml
 * @returns {TestCounts}
 */
export function pytestCounts(xml) {
  const [suite = ''] = /<testsuite [^>]*>/.exec(xml) ?? []
  /** @param {string} name */
  const attribute = (name) => Number(new RegExp(` ${name}="(\\d+)"`).exec(suite)?.[1] ?? 0)
  const failed = attribute('failures') + attribute('errors')
  const skipped = attribute('skipped')
  return { passed: attribute('tests') - failed - skipped, failed, skipped }
}

/**
 * Counts of Playwright's JSON report. A setup or a file that broke before its first test counts as failures, one an error.
 *
 * @param {string} json
 * @returns {TestCounts}
 */
export function playwrightCounts(json) {
  /** @type {unknown} */
  const parsed = JSON.parse(json)
  const { stats, errors } =
    /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} */ (
      parsed
    )
  // A test that passes only sometimes counts as failed.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

/**
 * The closing line, in the form that CI systems read.
 *
 * @param {readonly TestCounts[]} counts
 * @returns {string}
 */
export function closingLine(counts) {
  /** @param {keyof TestCounts} key */
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0)
  const skipped = sum('skipped')
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`
}

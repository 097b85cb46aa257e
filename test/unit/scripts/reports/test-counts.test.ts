import { describe, expect, it } from 'vitest'

import { closingLine, playwrightCounts, pytestCounts, vitestCounts } from '../../../../scripts/reports/test-counts.mjs'

describe('the closing line of a CI run', () => {
  it('adds up what both runners report', () => {
    const vitest = vitestCounts(
      JSON.stringify({ numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] }),
    )
    const pytest = pytestCounts(
      '<?xml version="1.0"?><testsuites><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10" time="1.5">',
    )
    expect(closingLine([vitest, pytest])).toBe('11 passed, 3 failed, 4 skipped')
  })

  // Without this a syntax error in a test file would read as "0 failed".
  it('counts a test file that broke before its first test', () => {
    const broken = { status: 'failed', assertionResults: [] }
    const report = { numPassedTests: 2, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [broken] }
    expect(closingLine([vitestCounts(JSON.stringify(report))])).toBe('2 passed, 1 failed')
  })

  // Without this a window that cannot be built would read as "0 failed", and a spec that fails now and then as passed.
  it('counts what broke before the first spec, and specs that needed luck', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 4 }
    const report = playwrightCounts(JSON.stringify({ stats, errors: [{ message: 'The window does not build.' }] }))
    expect(closingLine([report])).toBe('3 passed, 3 failed, 4 skipped')
  })
})

import { describe, expect, it } from 'vitest'

import { closingLine, pytestCounts, vitestCounts } from '../../../../scripts/reports/test-counts.mjs'

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
})

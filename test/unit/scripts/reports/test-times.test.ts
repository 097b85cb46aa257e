import { expect, it } from 'vitest'

import { playwrightTimes, slowestLines, vitestTimes } from '../../../../scripts/reports/test-times.mjs'

it('the slowest files and tests of Vitest are told, slowest first', () => {
  const assertionResults = [
    { fullName: 'quick', duration: 100 },
    { fullName: 'slow', duration: 1500 },
    { fullName: 'skipped', duration: null },
  ]
  const report = {
    testResults: [
      { name: '/root/test/a.test.ts', startTime: 1000, endTime: 3000, assertionResults },
      { name: '/root/test/b.test.ts', startTime: 0, endTime: 5000, assertionResults: [] },
    ],
  }
  expect(slowestLines(vitestTimes(JSON.stringify(report), '/root'), 1)).toEqual([
    'Slowest files:',
    '      5.0 s  test/b.test.ts',
    'Slowest tests:',
    '      1.5 s  test/a.test.ts: slow',
  ])
})

it('a spec counts in every shell and with its retries', () => {
  const spec = {
    title: 'a stroke',
    tests: [
      { projectName: 'web', results: [{ duration: 2000 }] },
      { projectName: 'electron-double', results: [{ duration: 3000 }, { duration: 500 }] },
    ],
  }
  const inner = { title: 'painting', file: 'editing/painting.spec.ts', specs: [spec] }
  const report = { suites: [{ title: 'file', file: 'editing/painting.spec.ts', suites: [inner] }] }
  expect(playwrightTimes(JSON.stringify(report), 'test/e2e')).toMatchObject({
    files: [{ name: 'test/e2e/editing/painting.spec.ts', seconds: 5.5 }],
    tests: [
      { name: 'test/e2e/editing/painting.spec.ts: a stroke (web)', seconds: 2 },
      { name: 'test/e2e/editing/painting.spec.ts: a stroke (electron-double)', seconds: 3.5 },
    ],
  })
})

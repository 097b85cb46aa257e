import { describe, expect, it } from 'vitest'

import { chooseTests } from '../../../../scripts/testing/choose-tests.mjs'

const TESTS = [
  'test/unit/electron/packs/pack.test.ts',
  'test/e2e/editing/painting.spec.ts',
  'test/e2e/files/packs.spec.ts',
]

describe('npm test --', () => {
  it('runs everything unless something is named', () => {
    expect(chooseTests([], TESTS)).toEqual({ vitest: [], specs: [] })
  })

  it('runs a spec by its name, and nothing of Vitest’s then', () => {
    expect(chooseTests(['painting'], TESTS)).toEqual({ vitest: undefined, specs: ['painting'] })
    expect(chooseTests(['packs'], TESTS)).toEqual({ vitest: ['packs'], specs: ['packs'] })
  })

  it('watches with Vitest alone', () => {
    expect(chooseTests(['--watch'], TESTS)).toEqual({ vitest: ['--watch'], specs: undefined })
    expect(chooseTests(['--watch', 'packs'], TESTS)).toEqual({ vitest: ['--watch', 'packs'], specs: undefined })
  })

  // Vitest ended with success when a name was misspelt and nothing ran.
  it('refuses a name that no test has', () => {
    expect(() => chooseTests(['paintign'], TESTS)).toThrow('No test\'s path contains "paintign"')
  })
})

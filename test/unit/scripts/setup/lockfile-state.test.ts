import { describe, expect, it } from 'vitest'

import { isInstallCurrent } from '../../../../scripts/setup/lockfile-state.mjs'

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/win-only': { version: '1.0.0', optional: true },
  },
}

describe('isInstallCurrent', () => {
  it('accepts an install without the optional packages of other platforms', () => {
    expect(isInstallCurrent(wanted, { packages: { 'node_modules/zod': { version: '4.6.7' } } })).toBe(true)
  })

  it('sees a package that the lockfile gained', () => {
    expect(isInstallCurrent(wanted, { packages: {} })).toBe(false)
  })

  it('sees a package whose version changed, optional ones too', () => {
    expect(isInstallCurrent(wanted, { packages: { 'node_modules/zod': { version: '4.6.6' } } })).toBe(false)
    const old = { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/win-only': { version: '0.9.0' } }
    expect(isInstallCurrent(wanted, { packages: old })).toBe(false)
  })
})

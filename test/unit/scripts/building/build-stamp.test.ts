import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { describeBuild, isBuildFresh } from '../../../../scripts/building/build-stamp.mjs'
import { SetupError } from '../../../../scripts/setup/run-command.mjs'

describe('isBuildFresh', () => {
  let root = ''
  const at = (name: string): string => path.join(root, name)

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'cocanvas-stamp-'))
    writeFileSync(at('main.ts'), 'one')
    writeFileSync(at('main.js'), 'built')
    writeFileSync(at('stamp.json'), JSON.stringify(describeBuild(root, ['main.ts'], ['main.js'])))
  })

  afterEach(() => {
    rmSync(root, { recursive: true })
  })

  it('is true right after a build', () => {
    expect(isBuildFresh(root, at('stamp.json'))).toBe(true)
  })

  // `git checkout` of another branch and back changes times only; rebuilding then would slow every command for nothing.
  it('stays true when a file is touched without a change', () => {
    utimesSync(at('main.ts'), 1, 1)
    expect(isBuildFresh(root, at('stamp.json'))).toBe(true)
  })

  it('is false when a source changed, even to the same length', () => {
    writeFileSync(at('main.ts'), 'two')
    utimesSync(at('main.ts'), 2, 2)
    expect(isBuildFresh(root, at('stamp.json'))).toBe(false)
  })

  it('is false when a source or a bundle is gone, or nothing was ever built', () => {
    rmSync(at('main.js'))
    expect(isBuildFresh(root, at('stamp.json'))).toBe(false)
    writeFileSync(at('main.js'), 'built')
    rmSync(at('main.ts'))
    expect(isBuildFresh(root, at('stamp.json'))).toBe(false)
    expect(isBuildFresh(root, at('none.json'))).toBe(false)
  })
})

describe('describeBuild', () => {
  // A landing once moved a file away between its bundling and this; the build ended in a stack trace.
  it('says in one sentence which source vanished during the build', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'cocanvas-stamp-'))
    try {
      expect(() => describeBuild(root, ['electron/gone.ts'], [])).toThrow(
        new SetupError('electron/gone.ts vanished during the build; build again.'),
      )
    } finally {
      rmSync(root, { recursive: true })
    }
  })
})

import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findDistribution } from '../../../../scripts/packaging/electron-distribution.mjs'
import { isNeeded, runtimePackages } from '../../../../scripts/packaging/runtime-packages.mjs'
import { makeStandIn } from '../../../../scripts/packaging/stand-in.mjs'
import { temporaryFolder } from '../../temporary-folder.ts'

describe('the packages that ship', () => {
  it('are those that run, and no tool of theirs', () => {
    const names = [...runtimePackages().keys()]
    expect(names).toEqual(expect.arrayContaining(['sharp', 'onnxruntime-node', 'onnxruntime-common']))
    expect(names).not.toContain('adm-zip')
    expect(names).not.toContain('react')
  })

  it.each([
    ['onnxruntime-node', `bin/napi-v6/${process.platform}/${process.arch}/onnxruntime_binding.node`, true],
    ['onnxruntime-node', 'bin/napi-v6/sunos/sparc/onnxruntime_binding.node', false],
    ['onnxruntime-node', 'dist/backend.js', true],
    ['onnxruntime-node', 'script/install.js', false],
    ['sharp', 'lib/sharp.js', true],
    ['sharp', 'src/common.h', false],
    ['sharp', 'LICENSE', true],
    ['semver', 'README.md', false],
  ])('%s: %s is needed: %s', (name, file, needed) => {
    expect(isNeeded(name, file)).toBe(needed)
  })
})

describe('an Electron distribution', () => {
  it('is taken from the given folder, and a stand-in is known for what it is', () => {
    const folder = temporaryFolder()
    makeStandIn(path.join(folder, 'stand-in'))
    expect(findDistribution(path.join(folder, 'stand-in'))).toMatchObject({ isProgram: false })
    const real = path.join(folder, 'real')
    mkdirSync(real)
    writeFileSync(path.join(real, 'electron'), Buffer.from([0x7f, 0x45, 0x4c, 0x46]))
    writeFileSync(path.join(real, 'version'), 'v45.4.1\n')
    expect(findDistribution(real)).toEqual({ folder: real, version: '45.4.1', isProgram: true })
  })

  it('is refused in a sentence where there is none', () => {
    expect(() => findDistribution(temporaryFolder())).toThrow(/holds no unpacked Electron/)
  })
})

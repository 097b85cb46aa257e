import { describe, expect, it } from 'vitest'
import { describeFailure } from '../../../../electron/cli/failures.ts'

describe('describeFailure', () => {
  it('blames a full disk, a missing permission and too many open files on the machine, not on itself', () => {
    const failure = (code: string, path?: string) => describeFailure(Object.assign(new Error(code), { code, path }))
    expect(failure('ENOSPC', '/packs/match.onnx')).toEqual({
      exitCode: 2,
      message: '/packs/match.onnx cannot be read or written: the disk is full.',
    })
    expect(failure('EMFILE')).toEqual({
      exitCode: 2,
      message: 'A file cannot be read or written: too many files are open.',
    })
  })

  it('owns up to faults of its own', () => {
    expect(describeFailure(new TypeError('x is undefined'))).toEqual({
      exitCode: 1,
      message: 'Cocanvas met a fault of its own (x is undefined): please report it.',
    })
  })
})

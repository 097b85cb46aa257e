import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../../electron/cli/command-table.ts'
import { describeFailure } from '../../../../electron/cli/failures.ts'
import { CocanvasError, errorCodeSchema } from '../../../../electron/contract/error-codes.ts'
import { runInProcess } from './run-in-process.ts'

describe('cocanvas', () => {
  it('shows every command when called with nothing, --help or help', async () => {
    for (const argv of [[], ['--help'], ['-h'], ['help']]) {
      const { exitCode, stdout } = await runInProcess(argv)
      expect(exitCode).toBe(0)
      for (const { name, summary } of COMMANDS) expect(stdout).toContain(`${name.padEnd(8)}  ${summary}`)
    }
  })

  it('prints its version alone', async () => {
    expect(await runInProcess(['--version'])).toEqual({ exitCode: 0, stdout: '1.2.3\n', stderr: '' })
  })

  it.each(COMMANDS.map(({ name }) => name))(
    'explains %s: every option on a line, and an example that names it',
    async (name) => {
      const { exitCode, stdout } = await runInProcess([name, '--help'])
      expect(exitCode).toBe(0)
      expect(stdout).toContain('Usage:')
      expect(stdout).toContain(`cocanvas ${name}`)
      expect(await runInProcess(['help', name])).toEqual({ exitCode: 0, stdout, stderr: '' })
      const entry = COMMANDS.find((candidate) => candidate.name === name)
      const command = await entry?.load()
      expect(command?.help.name).toBe(name)
      for (const option of Object.keys(command?.help.options ?? {})) expect(stdout).toContain(`--${option}`)
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(120)
    },
  )

  it('gives help even on a half-typed command line', async () => {
    expect((await runInProcess(['render', '--layout', '--help'])).exitCode).toBe(0)
  })

  it('suggests the command that was meant and exits with 2', async () => {
    const { exitCode, stdout, stderr } = await runInProcess(['rendr'])
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toBe(
      'Cocanvas does not know a command rendr (did you mean render?); run "cocanvas --help" to see all commands.\n',
    )
  })
})

describe('describeFailure', () => {
  it('maps every error code to a documented exit code', () => {
    const codes = Object.fromEntries(
      errorCodeSchema.options.map((code) => [code, describeFailure(new CocanvasError(code, 'x')).exitCode]),
    )
    expect(codes).toEqual({
      'bad-request': 2,
      'pack-missing': 3,
      'pack-broken': 3,
      'provider-failed': 4,
      'host-unavailable': 4,
      protocol: 4,
      internal: 1,
    })
  })

  it('turns an unforeseen error into one sentence without a stack', () => {
    const { exitCode, message } = describeFailure(new TypeError('x is undefined'))
    expect(exitCode).toBe(1)
    expect(message).toBe('Cocanvas met a fault of its own (x is undefined): please report it.')
  })
})

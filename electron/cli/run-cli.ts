import { suggestion } from './arguments/did-you-mean.ts'
import { commandHelp, overview } from './arguments/help-text.ts'
import { UsageError } from './arguments/usage-error.ts'
import { COMMANDS, type CommandEntry } from './command-table.ts'
import type { CliEnvironment } from './environment.ts'
import { EXIT_CODES, type ExitCode } from './exit-codes.ts'
import { describeFailure } from './failures.ts'

/** Runs one command line (without node and script) and returns the exit code; errors end as one sentence on stderr. */
export async function runCli(
  argv: readonly string[],
  environment: CliEnvironment,
  version: () => Promise<string>,
  commands: readonly CommandEntry[] = COMMANDS,
): Promise<ExitCode> {
  try {
    await dispatch(argv, environment, version, commands)
    return EXIT_CODES.done
  } catch (error) {
    const { exitCode, message } = describeFailure(error)
    environment.stderr.write(`${message}\n`)
    return exitCode
  }
}

async function dispatch(
  argv: readonly string[],
  environment: CliEnvironment,
  version: () => Promise<string>,
  commands: readonly CommandEntry[],
): Promise<void> {
  const [first, ...rest] = argv
  if (first === undefined || first === '--help' || first === '-h') {
    environment.stdout.write(overview(commands))
    return
  }
  if (first === '--version' || first === '-v') {
    environment.stdout.write(`${await version()}\n`)
    return
  }
  const asksHelp = first === 'help'
  const name = asksHelp ? (rest[0] ?? '') : first
  if (asksHelp && name === '') {
    environment.stdout.write(overview(commands))
    return
  }
  const entry = commands.find((candidate) => candidate.name === name)
  if (entry === undefined) {
    const what = name.startsWith('-') ? `an option ${name} before the command` : `a command ${name}`
    const hint = suggestion(
      name,
      commands.map((candidate) => candidate.name),
    )
    throw new UsageError(`Cocanvas does not know ${what}${hint}; run "cocanvas --help" to see all commands.`)
  }
  const command = await entry.load()
  if (asksHelp || wantsHelp(rest)) {
    environment.stdout.write(commandHelp(command.help))
    return
  }
  await command.run(rest, environment)
}

/** `--help` counts wherever it stands, except after `--`, so that a half-typed command can ask. */
function wantsHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return argv.slice(0, end === -1 ? undefined : end).some((word) => word === '--help' || word === '-h')
}

import type { z } from 'zod'
import type { HelpPage } from './arguments/help-text.ts'
import { parseArguments } from './arguments/parse-arguments.ts'
import { UsageError } from './arguments/usage-error.ts'
import type { CliEnvironment } from './environment.ts'

/** A command ready to run: its help, and what it does with its arguments. */
export interface Command {
  readonly help: HelpPage
  /** @throws CocanvasError, CancelledError or PartialFailure; see `describeFailure`. */
  run(argv: readonly string[], environment: CliEnvironment): Promise<void>
}

/** How a command is written: its help page, the schema of its option values, and its work. */
export interface CommandDefinition<Schema extends z.ZodType> {
  readonly help: HelpPage
  /** Parses option values by camelCase name; issue messages are whole sentences for the user. */
  readonly values: Schema
  run(values: z.infer<Schema>, operands: readonly string[], environment: CliEnvironment): Promise<void>
}

/** Puts parsing and validation before a command's work. */
export function defineCommand<Schema extends z.ZodType>(definition: CommandDefinition<Schema>): Command {
  const { help } = definition
  return {
    help,
    async run(argv, environment) {
      const { values, operands } = parseArguments(help.name, argv, help.options, help.operands)
      const parsed = definition.values.safeParse(values)
      if (!parsed.success) {
        throw new UsageError(parsed.error.issues[0]?.message ?? `The options of ${help.name} are not understood.`)
      }
      await definition.run(parsed.data, operands, environment)
    },
  }
}

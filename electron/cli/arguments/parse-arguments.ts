import { parseArgs } from 'node:util'
import { suggestion } from './did-you-mean.ts'
import type { OperandRule, OptionTable } from './option-table.ts'
import { UsageError } from './usage-error.ts'

/** Option values by camelCase name (`--exemplar-layout` is `exemplarLayout`), and the words after them. */
export interface ParsedArguments {
  readonly values: Readonly<Record<string, string | boolean | readonly string[]>>
  readonly operands: readonly string[]
}

/**
 * Parses a command's arguments strictly: unknown, repeated, valueless and missing options are refused,
 * each in a sentence of its own. Node's own strict mode would throw at the first with its own wording, so
 * its tokens are checked here instead.
 *
 * @throws UsageError
 */
export function parseArguments(
  command: string,
  argv: readonly string[],
  table: OptionTable,
  operandRule: OperandRule | undefined,
): ParsedArguments {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, { value, short }]) => [
      name,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        ...(short === undefined ? {} : { short }),
      },
    ]),
  )
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true })
  const values: Record<string, string | boolean | readonly string[]> = {}
  const operands: string[] = []
  const help = `run "cocanvas ${command} --help" to see how it is used`
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      operands.push(token.value)
      continue
    }
    const option = table[token.name]
    if (option === undefined) {
      const hint = suggestion(token.name, Object.keys(table), '--')
      throw new UsageError(`${command} has no option ${token.rawName}${hint}; ${help}.`)
    }
    const key = camelCase(token.name)
    const before = values[key]
    if (option.repeatable === true) {
      const value = optionValue(token, option.value, token.inlineValue === true)
      values[key] = [...(typeof before === 'object' ? before : []), String(value)]
      continue
    }
    if (before !== undefined) throw new UsageError(`--${token.name} is given twice; keep one of them.`)
    values[key] = optionValue(token, option.value, token.inlineValue === true)
  }
  checkRequired(command, table, values)
  checkOperands(command, operands, operandRule, help)
  return { values, operands }
}

function optionValue(
  token: { readonly name: string; readonly value: string | undefined },
  placeholder: string | undefined,
  inline: boolean,
): string | boolean {
  if (placeholder === undefined) {
    if (token.value !== undefined) throw new UsageError(`--${token.name} is a switch and takes no value.`)
    return true
  }
  // `--out --json` is a forgotten file name; one that really starts with a dash is written `--out=-name`.
  if (token.value === undefined || token.value === '' || (!inline && token.value.startsWith('-'))) {
    throw new UsageError(`--${token.name} needs a value: write --${token.name} ${placeholder}.`)
  }
  return token.value
}

function checkRequired(command: string, table: OptionTable, values: Readonly<Record<string, unknown>>): void {
  for (const [name, { required, value = '' }] of Object.entries(table)) {
    if (required === true && !(camelCase(name) in values)) {
      throw new UsageError(`${command} needs --${name} ${value}; run "cocanvas ${command} --help" to see an example.`)
    }
  }
}

function checkOperands(
  command: string,
  operands: readonly string[],
  rule: OperandRule | undefined,
  help: string,
): void {
  const surplus = operands[rule?.maximum ?? 0]
  if (surplus !== undefined) throw new UsageError(`${command} does not know what to do with "${surplus}"; ${help}.`)
  if (rule !== undefined && operands.length < rule.minimum)
    throw new UsageError(`${command} needs ${rule.name}; ${help}.`)
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

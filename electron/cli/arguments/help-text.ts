import type { OperandRule, OptionTable } from './option-table.ts'

/** What `--help` says about a command. */
export interface HelpPage {
  readonly name: string
  readonly summary: string
  readonly usage: readonly string[]
  readonly options: OptionTable
  readonly operands?: OperandRule
  readonly examples: readonly string[]
  readonly notes?: readonly string[]
}

/** The help page of one command, at most about 100 characters wide. */
export function commandHelp(page: HelpPage): string {
  const options = Object.entries(page.options).map(([name, { value, short, required, description }]) => {
    const flag = `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
    return [flag, required === true ? `${description} (required)` : description] as const
  })
  const operands = page.operands === undefined ? [] : [[page.operands.name, page.operands.description] as const]
  const sections = [
    page.summary,
    section(
      'Usage',
      page.usage.map((line) => `cocanvas ${line}`),
    ),
    section('Options', aligned([...operands, ...options])),
    section('Notes', page.notes ?? []),
    section(
      'Examples',
      page.examples.map((line) => `cocanvas ${line}`),
    ),
  ]
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`
}

/** The page of `cocanvas --help`. */
export function overview(commands: readonly { readonly name: string; readonly summary: string }[]): string {
  return [
    'Cocanvas paints a picture from a layout of classes and a photo whose style it takes.',
    section('Usage', ['cocanvas COMMAND [OPTIONS]', 'cocanvas COMMAND --help', 'cocanvas --version']),
    section('Commands', aligned(commands.map(({ name, summary }) => [name, summary] as const))),
    section('Exit codes', [
      '0 done, 2 bad input or usage, 3 missing or broken pack, 4 provider failure, 130 cancelled; 1 is a fault of our own',
    ]),
  ]
    .join('\n\n')
    .concat('\n')
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}:\n${lines.map((line) => `  ${line}`).join('\n')}`
}

/** Two columns, the second of which starts where the longest entry of the first ends. */
export function aligned(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`.trimEnd())
}

/** One option of a command, as `--help` shows it and the parser accepts it. */
export interface CommandOption {
  /** What stands for the value in help, such as FILE; absent for a switch. */
  readonly value?: string
  readonly required?: boolean
  readonly short?: string
  /** May be given several times: its value is the list, in order. */
  readonly repeatable?: true
  /** One line, without a full stop. */
  readonly description: string
}

/** Options by their long name, without the dashes. */
export type OptionTable = Readonly<Record<string, CommandOption>>

/** Words after the options: how many a command takes. */
export interface OperandRule {
  /** What stands for them in help, such as PHOTO. */
  readonly name: string
  readonly minimum: number
  readonly maximum: number
  readonly description: string
}

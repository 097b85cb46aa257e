import type { PlainMessageKey } from '../../i18n/message.ts'
import type { MenuName } from '../../../electron/contract/app-menu.ts'

/** The headings of the command palette and of the shortcut sheet. */
export type CommandGroup = Extract<PlainMessageKey, `commands.group.${string}`>

/** Where a command stands in the menus. */
export interface MenuPlace {
  readonly menu: MenuName
  /** Commands of one section stand together, with a line around them; lower sections come first. */
  readonly section: number
  /** Within the section. */
  readonly order: number
}

/**
 * Something a user can do. This object holds everything about it: menus (the window's and the system's), command
 * palette, shortcut sheet, buttons and keys find it in the registry.
 */
export interface Command {
  /** Never changed, because the user's own keys refer to it; such as `history.undo`. */
  readonly id: string
  readonly title: PlainMessageKey
  readonly group: CommandGroup
  /** Distinguishes commands with the same title, such as a number. */
  readonly detail?: string
  /** The default shortcuts, written like `Ctrl+Shift+Z`; Ctrl means Cmd on a Mac. The first is shown. */
  readonly shortcuts: readonly string[]
  /** None for a command that only the palette and its key run. */
  readonly menus?: readonly MenuPlace[]
  /** Whether it would do something now; always where absent. Menus and the palette show it greyed out otherwise. */
  readonly isAvailable?: () => boolean
  /**
   * Whether the browser gets its keys while it is not available, as with Paste when the clipboard holds something else.
   */
  readonly sharesKeys?: boolean
  /** Whether it repeats while its key is held. */
  readonly repeats?: boolean
  /** True for the palette itself, and for commands that make sense only by key. */
  readonly leftOutOfPalette?: boolean
  readonly run: () => void
}

export function isAvailable({ isAvailable: asked }: Command): boolean {
  return asked === undefined || asked()
}

/** Runs it if it is available now. */
export function runCommand(command: Command | undefined): void {
  if (command !== undefined && isAvailable(command)) command.run()
}

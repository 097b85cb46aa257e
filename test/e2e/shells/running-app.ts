import type { Page } from '@playwright/test'

/** Which way the same editor runs. */
export type ShellKind = 'electron' | 'electron-double' | 'web'

/** What a person may answer a file dialog: absolute paths, or null to cancel it. */
export type DialogAnswer = string | readonly string[] | null

/** The editor as a test sees it, whichever shell shows it. */
export interface RunningApp {
  readonly kind: ShellKind
  readonly page: Page
  /** The user's data of this test; it outlives the app and is found again by the next `launch`. */
  readonly dataFolder: string
  /**
   * Does what makes a file dialog appear, and answers the dialog the way a person would in this shell. An existing file
   * is replaced. Resolves once the dialog is answered, not once the answer has been acted on.
   */
  answerDialog(answer: DialogAnswer, open: () => Promise<void>): Promise<void>
  /** Electron alone: chooses an entry of the native menu by its English label. */
  readonly chooseInMenu?: (label: string) => Promise<void>
  /** Electron alone: starts the program a second time, as a double click on a project does. Resolves when that one has ended. */
  readonly startAgain?: (files: readonly string[]) => Promise<void>
  /** Presses the cross of the window: unsaved work makes the editor ask (in the web shell the browser: `page.on('dialog')`). */
  requestClose(): Promise<void>
  /** Process ids of the running inference hosts. */
  hostProcesses(): number[]
  /** Kills the inference hosts as a crash of a driver would. Resolves once they are gone. */
  crashHost(): Promise<void>
  /**
   * Kills what draws the page, as a fault of a graphics driver would. Answers with the page that stands in the window then
   * (in the web shell the one that the user opens again); `page` is of no use any more. Not on the real Electron.
   */
  readonly crashPage?: () => Promise<Page>
  /** Ends everything as a power cut would: no handlers run. */
  readonly kill: () => Promise<void>
  /** Ends it in an orderly way whatever is unsaved: the journals stay and nobody is asked. */
  readonly close: () => Promise<void>
}

/** The answer as a list of paths; empty = cancelled. */
export function pathsOf(answer: DialogAnswer): string[] {
  if (answer === null) return []
  return typeof answer === 'string' ? [answer] : [...answer]
}

import type { Page } from '@playwright/test'

/** Which way the same editor runs. */
export type ShellKind = 'electron' | 'electron-double' | 'web'

/** The editor as a test sees it, whichever shell shows it. */
export interface RunningApp {
  readonly kind: ShellKind
  readonly page: Page
  /** The user's data of this test; empty at its start but for the test pack. */
  readonly dataFolder: string
  /**
   * Answers the next file dialog with a path, the way a person would in this shell.
   *
   * @param open what makes the dialog appear
   */
  answerDialog(path: string, open: () => Promise<void>): Promise<void>
  /** Process ids of the inference hosts, to be killed by tests that want to see a crash. */
  hostProcesses(): number[]
  /** Ends the app as a power cut would: no handlers run. */
  kill(): Promise<void>
  /** Ends it as a user would. */
  close(): Promise<void>
}

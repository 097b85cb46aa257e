import type { AppMenu } from '../contract/app-menu.ts'
import type { ShellEvents } from '../contract/shell-api.ts'
import type { Dialogs } from './dialogs.ts'
import type { PageJournals } from './journal/page-journals.ts'
import type { OpenPhotos } from './photos/open-photos.ts'

/** One window (or page) as the services see it. */
export interface ShellWindow {
  readonly dialogs: Dialogs
  /** Those of its page; the owner of the window releases them when the page is closed. */
  readonly journals: PageJournals
  /** Those of its page, likewise. */
  readonly photos: OpenPhotos
  readonly tell: SendEvent
  setUnsavedChanges(unsaved: boolean): void
  /** Shows the window's commands in the system's menu, where there is one. */
  showMenu(menu: AppMenu): void
  /** Closes without asking again. */
  close(): void
  /** Stops the inference host and starts it anew. */
  restartInference(): Promise<void>
}

/** How services tell windows something unasked. */
export type SendEvent = <Name extends keyof ShellEvents>(name: Name, event: ShellEvents[Name]) => void

import type { ShellCalls } from '../../contract/shell-api.ts'
import type { ShellServices } from '../shell-services.ts'
import type { ShellWindow } from '../shell-window.ts'
import { readSystemFacts } from '../system/system-facts.ts'
import { imageCalls } from './image-calls.ts'
import { journalCalls } from './journal-calls.ts'
import { libraryCalls } from './library-calls.ts'
import { photoCalls } from './photo-calls.ts'
import { projectCalls } from './project-calls.ts'

/** Every method of the shell's contract, for one window. Arguments are already checked. */
export function shellCalls(services: ShellServices, window: ShellWindow): ShellCalls {
  const { identity, models, folders, settings } = services
  return {
    ...projectCalls(services, window),
    ...journalCalls(services, window),
    ...imageCalls(services, window),
    ...photoCalls(services, window),
    ...libraryCalls(services, window),
    getSettings: () => settings.get(),
    setSettings: (patch) => settings.set(patch),
    getSystemFacts: () => readSystemFacts(identity, models, folders.data),
    setUnsavedChanges: (unsaved) => {
      window.setUnsavedChanges(unsaved)
      return Promise.resolve()
    },
    showMenu: (menu) => {
      window.showMenu(menu)
      return Promise.resolve()
    },
    closeWindow: () => {
      window.close()
      return Promise.resolve()
    },
    restartInference: () => window.restartInference(),
  }
}

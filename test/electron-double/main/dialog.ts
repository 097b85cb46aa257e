import type Electron from 'electron'
import { knowsOnly, strict } from '../strict.ts'
import { BrowserWindowDouble } from './browser-window.ts'

/** Paths as a person would choose them; none = cancelled. */
type Answer = readonly string[]

const answers: Answer[] = []

/** Lets the next dialog answer. */
export function answerNextDialog(paths: Answer): void {
  answers.push(paths)
}

function nextAnswer(kind: string, window: unknown, options: object | undefined, known: readonly string[]): Answer {
  if (!(window instanceof BrowserWindowDouble)) throw new Error(`${kind} of Cocanvas belongs to a window.`)
  knowsOnly(kind, options, known)
  const answer = answers.shift()
  if (answer === undefined) throw new Error(`Nobody answers ${kind}: tell the double before the app asks.`)
  return answer
}

export const dialog = strict('dialog', {
  showOpenDialog: (window: unknown, options?: Electron.OpenDialogOptions) => {
    const filePaths = [...nextAnswer('showOpenDialog', window, options, ['properties', 'filters'])]
    const several = options?.properties?.includes('multiSelections') === true
    if (filePaths.length > 1 && !several) throw new Error('This dialog lets nobody choose several files.')
    return Promise.resolve({ canceled: filePaths.length === 0, filePaths })
  },
  showSaveDialog: (window: unknown, options?: Electron.SaveDialogOptions) => {
    const [filePath] = nextAnswer('showSaveDialog', window, options, ['defaultPath', 'filters', 'properties'])
    return Promise.resolve({ canceled: filePath === undefined, filePath: filePath ?? '' })
  },
  /** Nobody sees it here; what it says is in the test's output. */
  showErrorBox: (title: string, content: string) => void process.stderr.write(`${title}: ${content}\n`),
} satisfies Partial<Electron.Dialog>)

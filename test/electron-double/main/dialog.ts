import type Electron from 'electron'
import { strict } from '../strict.ts'

const answers: string[] = []

/** Lets the next dialog answer with a path. */
export function answerNextDialog(path: string): void {
  answers.push(path)
}

function nextAnswer(dialog: string): string {
  const answer = answers.shift()
  if (answer === undefined) throw new Error(`Nobody answers ${dialog}: tell the double before the app asks.`)
  return answer
}

export const dialog = strict('dialog', {
  showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [nextAnswer('showOpenDialog')] }),
  showSaveDialog: () => Promise.resolve({ canceled: false, filePath: nextAnswer('showSaveDialog') }),
} satisfies Partial<Electron.Dialog>)

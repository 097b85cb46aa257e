/**
 * Runs inside the measured page, because a debugger at the browser would slow it: acts as a hand at the canvas, looks at
 * what the page shows, and reports by going to the bench's own address.
 */
import { measureFrames } from './frames.ts'
import { measurePenUps } from './pen-up.ts'
import { frame, shownCanvas } from './page-state.ts'

const { searchParams } = new URL(import.meta.url)

const tasks: Readonly<Record<string, () => Promise<Readonly<Record<string, readonly number[]>>>>> = {
  'pen-up': measurePenUps,
  frames: measureFrames,
}

async function report(): Promise<void> {
  while (shownCanvas() === undefined) await frame()
  // The frame that shows it is done when the next begins.
  await frame()
  const ready = Date.now()
  const task = tasks[searchParams.get('task') ?? '']
  const answer = new URL(searchParams.get('report') ?? '')
  try {
    answer.searchParams.set('result', JSON.stringify({ ready, values: (await task?.()) ?? {} }))
  } catch (error) {
    answer.searchParams.set('failure', String(error))
  }
  // Nothing may ask whether the changes are to be kept.
  window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true })
  location.assign(answer)
}

void report()

/**
 * Runs inside the measured page, because a debugger attached to the browser would slow it down: moves a pen over the
 * canvas, reads what the page shows, and reports by navigating to the bench's own address.
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
  // The frame that shows it is complete when the next one begins.
  await frame()
  const ready = Date.now()
  const task = tasks[searchParams.get('task') ?? '']
  const answer = new URL(searchParams.get('report') ?? '')
  try {
    answer.searchParams.set('result', JSON.stringify({ ready, values: (await task?.()) ?? {} }))
  } catch (error) {
    answer.searchParams.set('failure', String(error))
  }
  // Otherwise the browser would ask whether the changes are to be kept.
  window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true })
  location.assign(answer)
}

void report()

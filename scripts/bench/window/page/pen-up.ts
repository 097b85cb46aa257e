import { chooseClass, Hand } from './hand.ts'
import { frame, isUpToDate, untilFrame } from './page-state.ts'

const WARM_STROKES = 3
const STROKES = 15
const MOVES = 20

/** A start on a cold machine labels the photo first. */
const FIRST_PICTURE_MS = 60_000
const PICTURE_MS = 10_000

/** Milliseconds from the end of each stroke until the picture of it is on the screen, in live mode. */
export async function measurePenUps(): Promise<Readonly<Record<string, readonly number[]>>> {
  await untilFrame(isUpToDate, 'The first picture', FIRST_PICTURE_MS)
  const hand = new Hand()
  const times: number[] = []
  for (let stroke = 0; stroke < WARM_STROKES + STROKES; stroke += 1) {
    chooseClass((stroke % 4) + 1)
    const y = 0.3 + 0.4 * ((stroke * 0.37) % 1)
    hand.down(0.35, y)
    for (let move = 1; move <= MOVES; move += 1) {
      await frame()
      hand.move(0.35 + (0.3 * move) / MOVES, y)
    }
    if (isUpToDate()) await untilFrame(() => !isUpToDate(), 'The work of a stroke', PICTURE_MS)
    hand.up(0.65, y)
    const start = performance.now()
    await untilFrame(isUpToDate, 'The picture of a stroke', PICTURE_MS)
    // The frame that shows it is complete when the next one begins.
    const shown = await frame()
    if (stroke >= WARM_STROKES) times.push(shown - start)
  }
  return { penUps: times }
}

import { chooseClass, Hand } from './hand.ts'
import { frame } from './page-state.ts'

const WARM_FRAMES = 60
const FRAMES = 240

/** Milliseconds between frames while a pen paints, and while the view zooms, on whatever document is open. */
export async function measureFrames(): Promise<Readonly<Record<string, readonly number[]>>> {
  const hand = new Hand()
  chooseClass(2)
  hand.down(0.5, 0.5)
  const painting = await intervals((index) => hand.move(...circle(index)))
  hand.up(...circle(FRAMES))
  const zooming = await intervals((index) => hand.zoom(0.5, 0.5, index % 60 < 30 ? -20 : 20))
  return { painting, zooming }
}

async function intervals(act: (index: number) => void): Promise<number[]> {
  const found: number[] = []
  let before = await frame()
  for (let index = -WARM_FRAMES; index < FRAMES; index += 1) {
    act(index)
    const now = await frame()
    if (index >= 0) found.push(now - before)
    before = now
  }
  return found
}

function circle(index: number): [x: number, y: number] {
  return [0.5 + 0.18 * Math.cos(index / 20), 0.5 + 0.25 * Math.sin(index / 13)]
}

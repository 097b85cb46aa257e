import type { RunSuite } from '../measurement.mjs'
import { percentile } from '../editor/percentile.ts'
import { median } from '../engine/median.ts'
import { milliseconds } from '../engine/milliseconds.ts'
import { measureWindow } from './measured-window.ts'

const FRAME_MS = 1000 / 60
/** Frames come with a jitter of some tenths of a millisecond. */
const SIXTY_A_SECOND = FRAME_MS + 0.5
const LAYERS = 20

/** What a person sees and waits for: the web shell in a browser, no debugger attached. */
export const run: RunSuite = async ({ root, progress }) => {
  progress('painting with live pictures at 256 x 256')
  const live = await measureWindow(root, { task: 'pen-up', liveMode: 'live', side: 256, layers: 1 })
  progress(`painting on ${LAYERS} layers of 1024 x 1024`)
  const large = await measureWindow(root, { task: 'frames', liveMode: 'manual', side: 1024, layers: LAYERS })
  const { penUps = [] } = live.values
  const { painting = [], zooming = [] } = large.values
  return {
    facts: { window: '1440 x 900', frames: painting.length, strokes: penUps.length },
    measurements: [
      milliseconds('app ready, from its start to a drawn document', live.readyAfter, { limit: 2000 }),
      milliseconds('pen-up to new picture, median, 256²', median(penUps), { limit: 300 }),
      milliseconds('pen-up to new picture, 95th percentile', percentile(penUps, 0.95)),
      milliseconds('frame while painting, 20 layers of 1024², median', median(painting), { limit: SIXTY_A_SECOND }),
      milliseconds('frame while painting, 95th percentile', percentile(painting, 0.95)),
      milliseconds('frame while zooming, 20 layers of 1024², median', median(zooming), { limit: SIXTY_A_SECOND }),
      milliseconds('frame while zooming, 95th percentile', percentile(zooming, 0.95)),
    ],
  }
}

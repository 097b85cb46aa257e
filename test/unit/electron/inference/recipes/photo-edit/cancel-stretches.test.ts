import { describe, expect, it } from 'vitest'
import { yieldToEvents } from '../../../../../../electron/inference/scheduling/yield-to-events.ts'
import { TILE_LIMITS } from '../../../../../../electron/photo-edit/edit-tiles.ts'
import { drawnLabels, GRASS, SKY, texturedPicture, WATER } from '../../../detail/textured-pictures.ts'
import { photoOf } from '../../../photo-edit/edited-photos.ts'
import { realEngine } from '../../real-engine.ts'
import { WorkMeter, type Stretch } from '../../work-meter.ts'

const WIDTH = 720
const HEIGHT = 450

/** Measured: 148 million steps of an edit took 884 ms of processor time, on the machine of docs/performance.md. */
const STEP_MS = 6e-6
/** A cancelled edit ends within this time. */
const CANCEL_MS = 200

describe('an edit that is cancelled', () => {
  // Bug it would catch: a loop over all pixels without a checkpoint behind it, which makes a cancel wait.
  it('never works long between two places at which it can be cancelled', async () => {
    const own = drawnLabels(WIDTH, HEIGHT, (x, y) => (y < HEIGHT / 3 ? SKY : x > 640 ? WATER : GRASS))
    const after = drawnLabels(WIDTH, HEIGHT, (x, y) =>
      Math.hypot(x - 350, y - 280) < 140 ? WATER : (own.data[y * WIDTH + x] ?? 0),
    )
    const picture = texturedPicture(own)
    const stretches: Stretch[] = []
    const meter = new WorkMeter()
    const engine = realEngine(undefined, undefined, async () => {
      stretches.push(meter.take())
      await yieldToEvents()
      meter.take()
    })
    const { kind } = await engine.generate(
      {
        recipe: 'photo-edit',
        pack: { id: 'tiny' },
        photo: photoOf(picture, 8, 3),
        original: {
          image: { width: WIDTH, height: HEIGHT, data: Uint8Array.from(picture.data) },
          condition: { kind: 'labels', labels: own },
        },
        after,
        borrowed: [],
        seed: 0,
        viewId: 'edit',
        revision: 0,
      },
      {},
    ).outcome
    expect(kind).toBe('done')
    expect(stretches.length).toBeGreaterThan(100)
    const longest = stretches.reduce((one, other) => (other.steps > one.steps ? other : one))
    // Work grows with the pixels that are in hand at once, of which a tile has the most.
    const atMost = longest.steps * (TILE_LIMITS.mostAtOnce / (WIDTH * HEIGHT)) * STEP_MS
    expect(atMost, longest.busiest).toBeLessThan(CANCEL_MS)
  })
})

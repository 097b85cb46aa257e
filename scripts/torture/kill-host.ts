import { setTimeout } from 'node:timers/promises'
import type { KillReport } from './kill-report.ts'
import { SeededRandom } from './seeded-random.ts'
import { paintStroke, plainLayout, requestFor, TortureHost } from './torture-host.ts'

/** A picture of the small pack takes about as long. */
const LATEST_MS = 120

/** Kills the inference host at any moment of a picture; the next picture must come all the same. */
export async function killHost(
  root: string,
  { kills, packId, seed }: { readonly kills: number; readonly packId: string; readonly seed: number },
  onProgress: (done: number) => void,
): Promise<KillReport> {
  const host = new TortureHost(root)
  const random = new SeededRandom(seed)
  const faults: string[] = []
  let kept = 0
  try {
    const classes = await host.classesOf(packId)
    const ground = random.pick(classes)
    let layout = plainLayout(ground)
    for (let kill = 1; kill <= kills; kill++) {
      onProgress(kill - 1)
      layout = paintStroke(layout, classes, random).layout
      const doomed = host.client.generate(requestFor(packId, layout, ground, kill * 2)).outcome.catch(() => undefined)
      await setTimeout(random.below(LATEST_MS))
      host.kill()
      await doomed
      const next = await host.client.generate(requestFor(packId, layout, ground, kill * 2 + 1)).outcome.catch(String)
      if (typeof next !== 'string' && next.kind === 'done') kept += 1
      else faults.push(`kill ${kill}: ${typeof next === 'string' ? next : next.kind}`)
    }
    return { process: 'inference host', kills, kept, what: 'pictures afterwards', faults }
  } finally {
    await host.dispose()
  }
}

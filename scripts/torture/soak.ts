import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { JournalStore } from '../../electron/services/journal/journal-store.ts'
import { readAbandonedJournal } from '../../electron/services/journal/recoveries.ts'
import { SeededRandom } from './seeded-random.ts'
import { paintStroke, plainLayout, requestFor, TortureHost } from './torture-host.ts'

const JOURNAL = 'soak'
/** Of the strokes: until then graphs are loaded and caches fill. */
const WARM_UP = 0.25

/** The result of a long session. */
export interface SoakReport {
  readonly strokes: number
  readonly pictures: number
  /** Memory of the host in bytes after the warm-up and at the end; undefined on systems that do not tell. */
  readonly warmBytes: number | undefined
  readonly endBytes: number | undefined
  readonly faults: readonly string[]
}

/** Paints strokes one after another: each is put into the journal and a picture of it is made. */
export async function soak(
  root: string,
  { strokes, packId, seed }: { readonly strokes: number; readonly packId: string; readonly seed: number },
  onProgress: (done: number) => void,
): Promise<SoakReport> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cocanvas-soak-'))
  const journals = new JournalStore(folder)
  const host = new TortureHost(root)
  const random = new SeededRandom(seed)
  const faults: string[] = []
  try {
    const classes = await host.classesOf(packId)
    const ground = random.pick(classes)
    let layout = plainLayout(ground)
    let pictures = 0
    let warmBytes: number | undefined
    const content = { document: { formatVersion: 1 }, labelLayers: [{ id: 'ground', labels: layout }], pictures: [] }
    await journals.start(JOURNAL, { title: 'Soak' }, content)
    for (let stroke = 1; stroke <= strokes; stroke++) {
      onProgress(stroke - 1)
      const painted = paintStroke(layout, classes, random)
      layout = painted.layout
      await journals.append(JOURNAL, { patches: [{ layerId: 'ground', ...painted.patch }] })
      const outcome = await host.client.generate(requestFor(packId, layout, ground, stroke)).outcome.catch(String)
      if (typeof outcome !== 'string' && outcome.kind === 'done') pictures += 1
      else faults.push(`stroke ${stroke}: ${typeof outcome === 'string' ? outcome : outcome.kind}`)
      if (stroke === Math.ceil(strokes * WARM_UP)) warmBytes = await residentBytes(host.processId)
    }
    const endBytes = await residentBytes(host.processId)
    await journals.dispose()
    const recovered = (await readAbandonedJournal(journals, JOURNAL)).content.labelLayers[0]?.labels.data
    if (recovered === undefined || Buffer.compare(recovered, layout.data) !== 0)
      faults.push('the journal does not give the last layout back')
    return { strokes, pictures, warmBytes, endBytes, faults }
  } finally {
    await host.dispose()
    await journals.dispose()
    await rm(folder, { recursive: true, force: true })
  }
}

async function residentBytes(processId: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${String(processId)}/status`, 'utf8').catch(() => '')
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
}

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ExemplarEntry } from '../../../../../electron/contract/exemplar-library.ts'
import type { PackManifest } from '../../../../../electron/contract/pack-manifest.ts'
import { storedPackManifestSchema } from '../../../../../electron/contract/stored-pack-manifest.ts'
import { BackgroundLabelling } from '../../../../../renderer/synthesis/live/background-labelling.ts'
import { JobCancelled } from '../../../../../renderer/synthesis/inference/job-cancelled.ts'
import { initialLiveState, type LiveState } from '../../../../../renderer/synthesis/live/live-state.ts'
import { Emitter } from '../../../../../renderer/shared/lib/emitter.ts'
import { Observable } from '../../../../../renderer/shared/lib/observable.ts'

const manifest = storedPackManifestSchema.parse(
  JSON.parse(readFileSync(new URL('../../../../fixtures/packs/tiny/manifest.json', import.meta.url), 'utf8')),
)
const idle: LiveState = { ...initialLiveState, outdated: false }

interface Asked {
  readonly id: string
  readonly signal: AbortSignal | undefined
  readonly finish: () => Promise<void>
  readonly fail: (error: Error) => Promise<void>
}

/** A library of photos, a live loop and a clock that rings when told. */
class Bench {
  readonly entries = new Observable<readonly ExemplarEntry[]>([])
  readonly #read = new Set<string>()
  readonly manifest = new Observable<PackManifest | undefined>(manifest)
  readonly live = new Observable<LiveState>({ ...idle, outdated: true })
  readonly settled = new Emitter()
  readonly asked: Asked[] = []
  hasPicture = true
  isPainting = false
  #waiting: (() => void) | undefined

  constructor(ids: readonly string[]) {
    this.entries.set(ids.map(entry))
    new BackgroundLabelling({
      library: {
        entries: this.entries,
        readings: {
          has: (id) => this.#read.has(id),
          of: (id, _manifest, signal) =>
            new Promise((resolve, reject) => {
              const finish = (): Promise<void> => {
                this.#read.add(id)
                // Nothing with classes, as a pose: it is read all the same and must not be asked for again.
                resolve(undefined)
                return settled()
              }
              const fail = (error: Error): Promise<void> => {
                reject(error)
                return settled()
              }
              this.asked.push({ id, signal, finish, fail })
            }),
        },
      },
      manifest: this.manifest,
      live: this.live,
      hasPicture: () => this.hasPicture,
      settled: this.settled,
      isPainting: () => this.isPainting,
      later: (act) => {
        this.#waiting = act
        return () => {
          this.#waiting = undefined
        }
      },
    })
  }

  /** The quiet time is over, if one is waited for. */
  ring(): void {
    const act = this.#waiting
    this.#waiting = undefined
    act?.()
  }

  get ids(): string[] {
    return this.asked.map(({ id }) => id)
  }
}

function entry(id: string): ExemplarEntry {
  return { id, origin: 'own', title: id, tags: [], width: 64, height: 64, readFor: [] }
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

describe('labelling the library in the background', () => {
  it('looks at one photo after the other, each once', async () => {
    const bench = new Bench(['own-a', 'own-b'])
    bench.live.set(idle)
    bench.ring()
    bench.ring()
    expect(bench.ids).toEqual(['own-a'])
    await bench.asked[0]?.finish()
    bench.ring()
    await bench.asked[1]?.finish()
    bench.ring()
    expect(bench.ids).toEqual(['own-a', 'own-b'])
  })

  it('stops at the first stroke, and takes the same photo up again afterwards', async () => {
    const bench = new Bench(['own-a'])
    bench.live.set(idle)
    bench.ring()
    bench.live.set({ ...idle, outdated: true })
    expect(bench.asked[0]?.signal?.aborted).toBe(true)
    await bench.asked[0]?.fail(new JobCancelled())
    bench.ring()
    expect(bench.ids).toEqual(['own-a'])
    bench.live.set({ ...idle })
    bench.ring()
    expect(bench.ids).toEqual(['own-a', 'own-a'])
  })

  it('never begins while one paints, before a picture, or while pictures are paused', () => {
    const bench = new Bench(['own-a'])
    bench.isPainting = true
    bench.live.set({ ...idle })
    bench.ring()
    bench.isPainting = false
    bench.hasPicture = false
    bench.live.set({ ...idle })
    bench.ring()
    bench.hasPicture = true
    bench.live.set({ ...idle, phase: 'paused' })
    bench.ring()
    expect(bench.ids).toEqual([])
  })

  it('begins after the first picture, which is there only after the loop has come to rest', () => {
    const bench = new Bench(['own-a'])
    bench.hasPicture = false
    bench.live.set(idle)
    bench.hasPicture = true
    bench.settled.emit()
    bench.ring()
    expect(bench.ids).toEqual(['own-a'])
  })

  it('begins when the pen is lifted after the last picture of its stroke', () => {
    const bench = new Bench(['own-a'])
    bench.isPainting = true
    bench.live.set(idle)
    bench.isPainting = false
    bench.settled.emit()
    bench.ring()
    expect(bench.ids).toEqual(['own-a'])
  })

  it('does not try a damaged photo for ever', async () => {
    const bench = new Bench(['own-a', 'own-b'])
    bench.live.set(idle)
    bench.ring()
    await bench.asked[0]?.fail(new Error('The photo is damaged.'))
    bench.ring()
    await bench.asked[1]?.finish()
    bench.ring()
    expect(bench.ids).toEqual(['own-a', 'own-b'])
  })
})

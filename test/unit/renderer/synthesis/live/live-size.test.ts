import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type SettingsPatch } from '../../../../../electron/contract/editor-settings.ts'
import type { PackManifest } from '../../../../../electron/contract/pack-manifest.ts'
import { storedPackManifestSchema } from '../../../../../electron/contract/stored-pack-manifest.ts'
import { LiveSize, type LiveSizeParts } from '../../../../../renderer/synthesis/live/live-size.ts'
import { initialLiveState, type LiveState } from '../../../../../renderer/synthesis/live/live-state.ts'
import { strokeStages } from '../../../../../renderer/synthesis/live/stroke-stages.ts'
import { Emitter } from '../../../../../renderer/shared/lib/emitter.ts'
import { Observable } from '../../../../../renderer/shared/lib/observable.ts'

const manifest = storedPackManifestSchema.parse(
  JSON.parse(readFileSync(new URL('../../../../../models/packs/landscape/manifest.json', import.meta.url), 'utf8')),
)

/** A machine that takes a millisecond for so many pixels; the pen is down when the test says so. */
function machine(pixelsPerMillisecond: number, document = { width: 1024, height: 1024 }) {
  const live = new Observable<LiveState>({ ...initialLiveState, phase: 'idle', outdated: false })
  const settled = new Emitter()
  const kept: SettingsPatch[] = []
  const asked: number[] = []
  let waiting: (() => void) | undefined
  let cancelled = 0
  const parts = {
    client: {
      generate: ({ side }: { side: number }) => ({
        result: Promise.resolve({
          timings: [
            // Only computed because the size is new: not what a stroke will cost.
            { stage: 'exemplar', milliseconds: 5000, cached: false },
            { stage: 'generate', milliseconds: side ** 2 / pixelsPerMillisecond, cached: false },
          ],
        }),
        cancel: () => (cancelled += 1),
      }),
    },
    request: (side: number) => {
      asked.push(side)
      return { settings: { side }, ready: { exemplar: {}, ids: [] }, regions: undefined }
    },
    manifest: new Observable<PackManifest | undefined>(manifest),
    live,
    settled,
    document: () => document,
    isPainting: () => false,
    keep: (patch: SettingsPatch) => kept.push(patch),
    later: (act: () => void) => {
      waiting = act
      return () => (waiting = undefined)
    },
  } as unknown as LiveSizeParts
  const size = new LiveSize(parts)
  size.settingsAre(DEFAULT_SETTINGS)
  return {
    size,
    live,
    kept,
    asked,
    rest: async () => {
      settled.emit(undefined)
      const act = waiting
      waiting = undefined
      act?.()
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    },
    cancelled: () => cancelled,
  }
}

// Bug it would catch: a document of 1024 pixels that is seen through 256, or a machine that is asked for too much.
it('takes the largest size that is made in 300 ms, and remembers it', async () => {
  const { size, kept, rest } = machine(600)
  expect(size.side).toBe(256)
  await rest()
  expect(kept).toMatchObject([{ measuredLiveSide: { side: 384, milliseconds: 246 } }])
  size.settingsAre({ ...DEFAULT_SETTINGS, ...kept[0] })
  expect(size.side).toBe(384)
  await rest()
  expect(kept).toHaveLength(1)
})

it('stays at 256 where even that is slow, and never gives a small document more than it has', async () => {
  const slow = machine(100)
  await slow.rest()
  expect(slow.kept).toMatchObject([{ measuredLiveSide: { side: 256 } }])
  const small = machine(1e6, { width: 256, height: 200 })
  await small.rest()
  expect(small.asked).toEqual([])
  small.size.settingsAre({ ...DEFAULT_SETTINGS, liveSide: 512 })
  expect(small.size.side).toBe(256)
})

// Bug it would catch: a first stroke that waits for a measurement.
it('measures nothing while pictures are made', async () => {
  const { live, asked, rest } = machine(600)
  live.set({ ...live.get(), phase: 'rendering' })
  await rest()
  expect(asked).toEqual([])
})

it('measures anew for another pack, provider or number of threads', async () => {
  const { size, kept, rest } = machine(600)
  await rest()
  size.settingsAre({ ...DEFAULT_SETTINGS, ...kept[0], threads: 8 })
  expect(size.side).toBe(256)
  await rest()
  expect(kept).toHaveLength(2)
})

it('counts the stages that a stroke runs again', () => {
  expect([...strokeStages(manifest)]).toEqual(expect.arrayContaining(['layout', 'match', 'generate']))
  expect(strokeStages(manifest).has('exemplar')).toBe(false)
})

import { describe, expect, it } from 'vitest'

import type { CorrespondenceResult } from '../../../../../electron/contract/generation-result.ts'
import type { LayoutPoint } from '../../../../../electron/contract/recipes/exemplar-synthesis.ts'
import { CorrespondenceInspector } from '../../../../../renderer/synthesis/inspector/correspondence-inspector.ts'
import { REVERSE_SIDE } from '../../../../../renderer/synthesis/inspector/reverse-correspondence.ts'
import { JobCancelled } from '../../../../../renderer/synthesis/inference/job-cancelled.ts'
import type { RenderedPicture } from '../../../../../renderer/synthesis/results/live-results.ts'
import { Observable } from '../../../../../renderer/shared/lib/observable.ts'

interface Question {
  readonly point: LayoutPoint
  readonly answer: (confidence?: number) => Promise<void>
  readonly fail: (error: Error) => Promise<void>
}

function picture(side: number): RenderedPicture {
  const pixels = { width: side, height: side, data: new Uint8Array(3 * side * side) }
  const labels = { width: side, height: side, data: new Uint8Array(side * side) }
  const condition = { kind: 'labels', labels } as const
  const size = { width: side, height: side }
  return {
    image: pixels,
    settings: { pack: { id: 'tiny' }, condition, size, seed: 0, options: {}, viewId: 'live', revision: 1 },
    exemplar: { image: pixels, condition },
    exemplarIds: ['own-1'],
    packVersion: '1.0.0',
    timings: [],
  }
}

/** An inspector at work over a picture of 64 pixels, and a host that answers when told. */
function setUp(): {
  inspector: CorrespondenceInspector
  shown: Observable<RenderedPicture | undefined>
  asked: Question[]
  told: string[]
} {
  const asked: Question[] = []
  const told: string[] = []
  const shown = new Observable<RenderedPicture | undefined>(picture(64))
  const inspector = new CorrespondenceInspector({
    picture: shown,
    tell: (text) => told.push(text),
    client: {
      queryCorrespondence: (_settings, _exemplar, point) => {
        let cancel = (): void => undefined
        const result = new Promise<CorrespondenceResult>((resolve, reject) => {
          cancel = () => reject(new JobCancelled())
          const heat = { width: 1, height: 1, data: new Float32Array([1]) }
          asked.push({
            point,
            answer: (confidence = 1) => {
              resolve({ viewId: 'live', revision: 1, heat, bestMatch: { x: 0, y: 0 }, confidence, timings: [] })
              return settled()
            },
            fail: (error) => {
              reject(error)
              return settled()
            },
          })
        })
        return { result, cancel: () => cancel() }
      },
    },
  })
  inspector.toggle()
  return { inspector, shown, asked, told }
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

describe('inspecting where a point comes from', () => {
  // Bug it would catch: a question for every pixel that the pointer crosses, so that the answer limps behind it.
  it('asks one question at a time, and of those that wait only the newest', async () => {
    const { inspector, asked } = setUp()
    inspector.hover({ x: 0, y: 0 })
    inspector.hover({ x: 0.25, y: 0 })
    inspector.hover({ x: 1, y: 0.5 })
    expect(asked).toHaveLength(1)
    await asked[0]?.answer()
    expect(asked.map(({ point }) => point)).toEqual([
      { x: 0, y: 0 },
      { x: 63, y: 32 },
    ])
    await asked[1]?.answer()
    expect(inspector.inspection.get()?.point).toEqual({ x: 63, y: 32 })
  })

  it('holds a clicked point while the pointer moves on, until the next click', async () => {
    const { inspector, asked } = setUp()
    inspector.click({ x: 0.5, y: 0.5 })
    await asked[0]?.answer()
    inspector.hover({ x: 0, y: 0 })
    expect(asked).toHaveLength(1)
    inspector.click({ x: 0, y: 0 })
    await asked[1]?.answer()
    inspector.hover({ x: 0.25, y: 0.25 })
    expect(asked).toHaveLength(3)
  })

  // Bug it would catch: the marker of a picture that is gone, over the one of another document.
  it('shows no answer about a picture that was cleared meanwhile', async () => {
    const { inspector, shown, asked, told } = setUp()
    inspector.hover({ x: 0, y: 0 })
    const late = asked[0]?.answer()
    shown.set(picture(32))
    inspector.clear()
    await late
    expect(inspector.inspection.get()).toBeUndefined()
    expect(told).toEqual([])
  })

  it('asks nothing while there is no picture, and says why a question failed', async () => {
    const { inspector, shown, asked, told } = setUp()
    const before = shown.get()
    shown.set(undefined)
    inspector.hover({ x: 0, y: 0 })
    expect(asked).toEqual([])
    shown.set(before)
    inspector.hover({ x: 0, y: 0 })
    await asked[0]?.fail(new Error('The pack is damaged.'))
    expect(told).toEqual(['The pack is damaged.'])
  })

  it('is over when it is switched off', async () => {
    const { inspector, asked, told } = setUp()
    inspector.hover({ x: 0, y: 0 })
    inspector.toggle()
    await settled()
    expect([inspector.active.get(), inspector.inspection.get(), told]).toEqual([false, undefined, []])
    expect(asked).toHaveLength(1)
  })
})

describe('inspecting where a place of the photo went', () => {
  it('asks about the whole picture once, and further places cost nothing', async () => {
    const { inspector, asked } = setUp()
    const first = inspector.askReverse({ x: 0.5, y: 0.5 })
    for (let index = 0; index < REVERSE_SIDE ** 2; index += 1) await asked[index]?.answer()
    await first
    expect(inspector.reverse.get()?.kind).toBe('done')
    await inspector.askReverse({ x: 0, y: 0 })
    expect(asked).toHaveLength(REVERSE_SIDE ** 2)
  })

  // Bug it would catch: a second of questions that goes on for a picture nobody sees any more, and then shows it.
  it('gives up when it is cleared, without a word', async () => {
    const { inspector, asked, told } = setUp()
    const first = inspector.askReverse({ x: 0.5, y: 0.5 })
    await asked[0]?.answer()
    inspector.clear()
    await asked[1]?.answer()
    await first
    expect([inspector.reverse.get(), told, asked.length]).toEqual([undefined, [], 2])
  })
})

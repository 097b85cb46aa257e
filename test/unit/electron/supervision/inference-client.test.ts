import { describe, expect, it } from 'vitest'
import type { Exemplar } from '../../../../electron/contract/generation-request.ts'
import type { SynthesisRequest } from '../../../../electron/contract/recipes/exemplar-synthesis.ts'
import { InferenceClient } from '../../../../electron/supervision/inference-client.ts'
import { ManualTimers, ScriptedStarter } from './scripted-host.ts'

const SILENCE = 1000
const READY = 500
const limits = { readyMilliseconds: READY, disposeMilliseconds: 100, restarts: 2 }

const pixels = { width: 1, height: 1, data: Uint8Array.of(1, 2, 3) }
const photo: Exemplar = { image: pixels, condition: 'annotate' }

function request(revision: number, changes: Partial<SynthesisRequest> = {}): SynthesisRequest {
  return {
    recipe: 'exemplar-synthesis',
    pack: { id: 'fake' },
    condition: { kind: 'labels', labels: { width: 1, height: 1, data: Uint8Array.of(3) } },
    exemplar: photo,
    size: { width: 4, height: 4 },
    seed: 0,
    options: {},
    viewId: 'view',
    revision,
    ...changes,
  }
}

class Desk {
  readonly starter = new ScriptedStarter()
  readonly timers = new ManualTimers()
  readonly notices: string[] = []
  readonly client = new InferenceClient({
    starter: this.starter,
    configuration: { packFolders: [], annotatorFolders: [], provider: 'cpu', threads: 1, cacheBytes: 0 },
    startTimer: this.timers.start,
    limits,
    silenceMilliseconds: SILENCE,
    onNotice: (sentence) => this.notices.push(sentence),
  })

  answerPicture(jobId: string, revision: number): void {
    const recipe = 'exemplar-synthesis'
    const result = {
      recipe,
      viewId: 'view',
      revision,
      image: pixels,
      packVersion: '1.0.0',
      provider: 'cpu',
      timings: [],
    }
    this.starter.host.says({ type: 'picture', jobId, result })
  }
}

describe('InferenceClient', () => {
  it('greets first and sends the photo before the job that uses it', () => {
    const { client, starter } = new Desk()
    client.generate(request(1))
    expect(starter.host.received.map(({ type }) => type)).toEqual(['hello'])
    starter.host.isReady()
    expect(starter.host.told).toEqual(['put-exemplar', 'generate job-1'])
  })

  it('sends a photo once for many layouts, and gives its promise the picture', async () => {
    const desk = new Desk()
    const first = desk.client.generate(request(1))
    desk.starter.host.isReady()
    desk.answerPicture(first.id, 1)
    expect(await first.outcome).toMatchObject({ kind: 'done', result: { revision: 1 } })
    desk.client.generate(request(2, { exemplar: { ...photo } }))
    expect(desk.starter.host.told).toEqual(['put-exemplar', 'generate job-1', 'generate job-2'])
  })

  // A host that keeps every photo ever shown grows without end; one that forgets a photo in use fails the job.
  it('lets the host forget old photos, but none that a job still uses', () => {
    const desk = new Desk()
    const exemplars = [1, 2, 3, 4, 5, 6].map((byte) => ({
      ...photo,
      image: { ...pixels, data: new Uint8Array(3).fill(byte) },
    }))
    const jobs = exemplars.map((exemplar, index) =>
      desk.client.generate(request(index, { exemplar, viewId: index === 0 ? 'busy' : `view ${String(index)}` })),
    )
    desk.starter.host.isReady()
    const forgotten = (): readonly string[] =>
      desk.starter.host.received.flatMap((message) => (message.type === 'forget-exemplar' ? [message.exemplarId] : []))
    expect(forgotten()).toEqual([])
    for (const job of jobs.slice(1)) desk.answerPicture(job.id, 1)
    desk.client.generate(request(9, { exemplar: { ...photo }, viewId: 'last' }))
    expect(forgotten()).toEqual(['exemplar-2', 'exemplar-3', 'exemplar-4'])
  })

  it('keeps one job per view with the host and the newest waiting', async () => {
    const desk = new Desk()
    const running = desk.client.generate(request(1))
    desk.starter.host.isReady()
    const older = desk.client.generate(request(2))
    const newer = desk.client.generate(request(3))
    expect(await older.outcome).toEqual({ kind: 'cancelled', reason: 'replaced' })
    expect(desk.starter.host.told).toEqual(['put-exemplar', 'generate job-1'])
    desk.answerPicture(running.id, 1)
    expect(desk.starter.host.told.at(-1)).toBe(`generate ${newer.id}`)
  })

  it('cancels a waiting job itself and a running one through the host', async () => {
    const desk = new Desk()
    const running = desk.client.generate(request(1))
    desk.starter.host.isReady()
    const waiting = desk.client.generate(request(2))
    waiting.cancel()
    expect(await waiting.outcome).toEqual({ kind: 'cancelled', reason: 'requested' })
    running.cancel()
    expect(desk.starter.host.told.at(-1)).toBe(`cancel ${running.id}`)
    desk.starter.host.says({ type: 'cancelled', jobId: running.id, reason: 'requested' })
    expect(await running.outcome).toEqual({ kind: 'cancelled', reason: 'requested' })
  })

  it('passes progress, warps, notices and errors on', async () => {
    const desk = new Desk()
    const heard: unknown[] = []
    const job = desk.client.generate(request(1), {
      onProgress: (stage, value) => heard.push([stage, value]),
      onPreview: ({ revision }) => heard.push(revision),
    })
    desk.starter.host.isReady()
    desk.starter.host.says({ type: 'progress', jobId: job.id, stage: 'match', value: 0.5 })
    desk.starter.host.says({
      type: 'preview',
      jobId: job.id,
      preview: { recipe: 'exemplar-synthesis', viewId: 'view', revision: 1, image: pixels },
    })
    desk.starter.host.says({ type: 'notice', message: 'Slow today.' })
    desk.starter.host.says({ type: 'error', jobId: job.id, code: 'pack-broken', message: 'Broken.' })
    await expect(job.outcome).rejects.toMatchObject({ code: 'pack-broken', message: 'Broken.' })
    expect(heard).toEqual([['match', 0.5], 1])
    expect(desk.notices).toEqual(['Slow today.'])
  })
})

describe('after a crash', () => {
  it('sends the picture once more, photo included, and gives up on the second crash', async () => {
    const desk = new Desk()
    const job = desk.client.generate(request(1))
    desk.starter.host.isReady()
    await desk.starter.host.crashes()
    expect(desk.notices).toEqual(['The inference host ended (exit code 139), so it was started again.'])
    desk.starter.host.isReady()
    expect(desk.starter.host.told).toEqual(['put-exemplar', 'generate job-1'])
    await desk.starter.host.crashes()
    await expect(job.outcome).rejects.toMatchObject({ code: 'host-unavailable' })
  })

  // The newest request is what the painter looks at; rendering the older one first would waste seconds.
  it('sends the newer request that waited instead of the older one', async () => {
    const desk = new Desk()
    const older = desk.client.generate(request(1))
    desk.starter.host.isReady()
    const newer = desk.client.generate(request(2))
    await desk.starter.host.crashes()
    expect(await older.outcome).toEqual({ kind: 'cancelled', reason: 'replaced' })
    desk.starter.host.isReady()
    expect(desk.starter.host.told).toEqual(['put-exemplar', `generate ${newer.id}`])
  })

  it('replaces a host that falls silent with work under way, and only then', async () => {
    const desk = new Desk()
    const job = desk.client.generate(request(1))
    const [first] = desk.starter.hosts
    first?.isReady()
    desk.timers.fire(SILENCE)
    expect(first?.killed).toBe(true)
    desk.starter.host.isReady()
    desk.answerPicture(job.id, 1)
    expect(await job.outcome).toMatchObject({ kind: 'done' })
    expect(desk.timers.durations).toEqual([])
  })

  it('gives up after crashes in a row with one sentence, and starts anew when asked again', async () => {
    const desk = new Desk()
    const ready = desk.client.start()
    for (let crash = 0; crash < 3; crash++) await desk.starter.host.crashes()
    await expect(ready).rejects.toMatchObject({
      code: 'host-unavailable',
      message:
        'The inference host ended (exit code 139) 3 times in a row; restart Cocanvas, and choose the CPU provider if it happens again.',
    })
    expect(desk.starter.hosts).toHaveLength(3)
    // Bug it would catch: three sentences in the terminal about a program that is missing, where one says all.
    expect(desk.notices).toEqual([])
    const again = desk.client.start()
    desk.starter.host.isReady()
    expect(await again).toMatchObject({ runtimeVersion: 'scripted' })
  })

  it('tells of the restart of a host that had been ready', async () => {
    const desk = new Desk()
    void desk.client.start()
    desk.starter.host.isReady()
    await desk.starter.host.crashes()
    await desk.starter.host.crashes()
    expect(desk.notices).toEqual(['The inference host ended (exit code 139), so it was started again.'])
  })

  // Otherwise three crashes spread over a day would end the session.
  it('counts only crashes in a row', async () => {
    const desk = new Desk()
    for (const revision of [1, 2, 3, 4]) {
      const job = desk.client.generate(request(revision))
      if (!desk.starter.host.received.some(({ type }) => type === 'generate')) desk.starter.host.isReady()
      desk.answerPicture(job.id, revision)
      expect(await job.outcome).toMatchObject({ kind: 'done' })
      await desk.starter.host.crashes()
      desk.starter.host.isReady()
    }
    expect(desk.starter.hosts).toHaveLength(5)
  })

  it('replaces a host that does not get ready in time or speaks nonsense', () => {
    const desk = new Desk()
    void desk.client.start().catch(() => undefined)
    desk.timers.fire(READY)
    expect(desk.starter.hosts[0]?.killed).toBe(true)
    desk.starter.host.says({ type: 'gibberish' })
    expect(desk.starter.hosts[1]?.killed).toBe(true)
    expect(desk.notices).toEqual([
      'The inference host did not start in time, so it was started again.',
      'The inference host sent a message that cannot be read, so it was started again.',
    ])
  })

  it('ignores what a replaced host still had to say', async () => {
    const desk = new Desk()
    const job = desk.client.generate(request(1))
    const dead = desk.starter.host
    dead.isReady()
    await dead.crashes()
    desk.starter.host.isReady()
    dead.says({ type: 'error', jobId: job.id, code: 'internal', message: 'From the grave.' })
    desk.answerPicture(job.id, 1)
    expect(await job.outcome).toMatchObject({ kind: 'done' })
  })
})

describe('disposing', () => {
  it('cancels everything and asks the host to end', async () => {
    const desk = new Desk()
    const running = desk.client.generate(request(1))
    desk.starter.host.isReady()
    const waiting = desk.client.generate(request(2))
    await desk.client.dispose()
    expect(await running.outcome).toEqual({ kind: 'cancelled', reason: 'requested' })
    expect(await waiting.outcome).toEqual({ kind: 'cancelled', reason: 'requested' })
    expect(desk.starter.host.told.at(-1)).toBe('dispose')
    expect(desk.starter.hosts).toHaveLength(1)
  })
})

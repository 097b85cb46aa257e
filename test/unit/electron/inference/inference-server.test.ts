import { describe, expect, it } from 'vitest'
import { ServedEngine, settings } from './served-engine.ts'

describe('a generation', () => {
  it('sends progress, then the warp, then the picture, each with view and revision', async () => {
    const served = await ServedEngine.greeted()
    served.generate('a', [3, 5])
    const picture = await served.end('a')
    const types = served.typesOf('a').filter((type) => type !== 'progress')
    expect(types).toEqual(['preview', 'picture'])
    if (picture.type !== 'picture' || picture.result.recipe !== 'exemplar-synthesis') throw new Error(picture.type)
    const { image, ...facts } = picture.result
    expect(facts).toMatchObject({ viewId: 'view', revision: 7, packVersion: '1.0.0', provider: 'cpu' })
    // The exemplar is white (1), the warp its mean, the fake generator answers the negative: black.
    expect(new Set(image.data)).toEqual(new Set([0]))
  })

  // Catches progress that jumps back, which makes a bar flicker.
  it('reports progress that never falls, stage by stage', async () => {
    const served = await ServedEngine.greeted()
    served.generate('a', [3])
    await served.end('a')
    const progress = served.messages.flatMap((message) => (message.type === 'progress' ? [message] : []))
    expect(progress.map(({ stage }) => stage)).toEqual(['layout', 'exemplar', 'match', 'generate'])
    expect(progress.map(({ value }) => value)).toEqual([...progress.map(({ value }) => value)].sort((a, b) => a - b))
  })

  // The whole point of split graphs: a stroke must not pay for the exemplar again.
  it('encodes an exemplar once however often the layout changes, also under another name', async () => {
    const served = await ServedEngine.greeted()
    served.generate('a', [3])
    await served.end('a')
    served.generate('b', [5])
    await served.end('b')
    served.putExemplar('the same photo', 255)
    served.generate('c', [3, 5], {}, 'the same photo')
    const last = await served.end('c')
    expect(served.runtime.runs.filter((stage) => stage === 'exemplar')).toHaveLength(1)
    expect(served.runtime.runs.filter((stage) => stage === 'layout')).toHaveLength(3)
    if (last.type !== 'picture') throw new Error(last.type)
    expect(last.result.timings.find(({ stage }) => stage === 'exemplar')?.cached).toBe(true)
  })

  // Catches a cache keyed by name instead of content: the picture would keep the old photo's style.
  it('encodes anew when a name gets another photo', async () => {
    const served = await ServedEngine.greeted()
    served.generate('a', [3])
    await served.end('a')
    served.putExemplar('photo', 0)
    served.generate('b', [3])
    const picture = await served.end('b')
    if (picture.type !== 'picture' || picture.result.recipe !== 'exemplar-synthesis') throw new Error(picture.type)
    expect(picture.result.image.data[0]).toBe(255)
  })

  it('stops between stages when it is cancelled, having computed nothing further', async () => {
    const served = await ServedEngine.greeted()
    served.runtime.beforeRun = (stage) => {
      if (stage === 'match') served.send({ type: 'cancel', jobId: 'a' })
    }
    served.generate('a', [3])
    expect(await served.end('a')).toMatchObject({ type: 'cancelled', reason: 'requested' })
    expect(served.runtime.runs).not.toContain('generate')
  })

  it('replaces a waiting request by a newer one of the same view', async () => {
    const served = await ServedEngine.greeted()
    served.runtime.beforeRun = (stage) => {
      if (stage !== 'layout') return
      served.runtime.beforeRun = () => undefined
      served.generate('older', [5])
      served.generate('newer', [3, 5])
    }
    served.generate('running', [3])
    expect(await served.end('older')).toMatchObject({ type: 'cancelled', reason: 'replaced' })
    expect(await served.end('running')).toMatchObject({ type: 'picture' })
    expect(await served.end('newer')).toMatchObject({ type: 'picture' })
  })
})

describe('a correspondence query', () => {
  it('finds the cell under the pixel, in pixels of the exemplar, without making a picture', async () => {
    const served = await ServedEngine.greeted()
    const recipe = 'exemplar-synthesis'
    const request = { recipe, ...settings([3]), exemplarId: 'photo' } as const
    served.send({ type: 'ask', jobId: 'q', question: { recipe, request, point: { x: 3, y: 0 } } })
    const answer = await served.end('q')
    if (answer.type !== 'answer' || answer.answer.recipe !== recipe) throw new Error(JSON.stringify(answer))
    expect(answer.answer.bestMatch).toEqual({ x: 1.5, y: 0.5 })
    expect(answer.answer.confidence).toBe(1)
    expect(served.runtime.runs).toEqual(['layout', 'correspondence'])
  })

  it('refuses a point outside the picture', async () => {
    const served = await ServedEngine.greeted()
    const recipe = 'exemplar-synthesis'
    const request = { recipe, ...settings([3]), exemplarId: 'photo' } as const
    served.send({ type: 'ask', jobId: 'q', question: { recipe, request, point: { x: 4, y: 0 } } })
    expect(await served.end('q')).toMatchObject({ type: 'error', code: 'bad-request' })
  })
})

describe('what a host refuses', () => {
  it.each([
    ['unknown class ids, by number', { ids: [3, 9] }, 'bad-request', /9/],
    ['a size off the multiple', { ids: [3], size: { width: 3, height: 4 } }, 'bad-request', /multiples of 2/],
    ['a size beyond the limits', { ids: [3], size: { width: 16, height: 4 } }, 'bad-request', /2 to 8 pixels/],
    ['a missing pack', { ids: [3], pack: { id: 'absent' } }, 'pack-missing', /choose one of fake/],
    [
      'another version',
      { ids: [3], pack: { id: 'fake', version: '2.0.0' } },
      'bad-request',
      /version 1\.0\.0, not 2\.0\.0/,
    ],
    ['a temperature the graphs fix', { ids: [3], options: { temperature: 0.5 } }, 'bad-request', /temperature/],
  ])('%s', async (_, { ids, ...changes }, code, sentence) => {
    const served = await ServedEngine.greeted()
    served.generate('a', ids, changes)
    const end = await served.end('a')
    if (end.type !== 'error') throw new Error(end.type)
    expect(end.code).toBe(code)
    expect(end.message).toMatch(sentence)
    expect(end.message).toMatch(/\.$/)
  })

  it('an exemplar that was never sent', async () => {
    const served = await ServedEngine.greeted()
    served.generate('a', [3], {}, 'unsent')
    expect(await served.end('a')).toMatchObject({ type: 'error', code: 'protocol' })
  })

  // Without an answer the client would wait for its deadline.
  it('an unreadable job, by its id', async () => {
    const served = await ServedEngine.greeted()
    served.send({ type: 'generate', jobId: 'a' } as never)
    expect(await served.end('a')).toMatchObject({ type: 'error', code: 'protocol' })
  })

  it('a client of another version, and one that asks before it greets', async () => {
    const served = new ServedEngine()
    served.generate('early', [3])
    expect(await served.end('early')).toMatchObject({ type: 'error', code: 'protocol' })
    const configuration = { packFolders: [], annotatorFolders: [], provider: 'cpu', threads: 1, cacheBytes: 0 } as const
    served.send({
      type: 'hello',
      protocolVersion: 999,
      configuration: { ...configuration, packFolders: [], annotatorFolders: [] },
    })
    const refusal = await served.answer((message) => message.type === 'error' && message.jobId === undefined)
    expect(refusal).toMatchObject({ code: 'protocol' })
  })
})

it('loads a pack ahead, so that its first picture loads nothing', async () => {
  const served = await ServedEngine.greeted()
  served.send({ type: 'load-pack', jobId: 'l', packId: 'fake' })
  expect(await served.end('l')).toMatchObject({ type: 'pack-loaded', packVersion: '1.0.0', provider: 'cpu' })
  const loads = served.runtime.log.length
  served.generate('a', [3])
  await served.end('a')
  expect(served.runtime.log.slice(loads).filter((line) => line.startsWith('load'))).toEqual([])
})

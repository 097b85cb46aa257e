import { expect, it } from 'vitest'
import { FakeEngine } from '../fake-engine.ts'
import { runInProcess } from '../run-in-process.ts'

it('bench measures strokes with a changed layout each time (a cache must not answer for the network)', async () => {
  const engine = new FakeEngine()
  const { exitCode, stdout } = await runInProcess(
    ['bench', '--pack', 'tiny', '--repeats', '4', '--size', '64', '--json'],
    { engine },
  )
  expect(exitCode).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    provider: 'cpu',
    width: 64,
    repeats: 4,
    stages: [{ stage: 'exemplar' }, { stage: 'generate', milliseconds: 8.3 }],
  })
  const layouts = engine.requests.map(({ condition }) =>
    condition.kind === 'labels' ? Buffer.from(condition.labels.data).toString('base64') : '',
  )
  expect(new Set(layouts).size).toBe(5)
  expect(new Set(engine.requests.map(({ exemplar }) => exemplar)).size).toBe(1)
})

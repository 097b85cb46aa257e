import { expect, it } from 'vitest'
import type { RuntimeSession, SessionSettings } from '../../../../electron/inference/runtime/inference-runtime.ts'
import { KeptSessions } from '../../../../scripts/larger-pictures/kept-sessions.ts'

const settings: SessionSettings = { provider: 'cpu', threads: 2 }

it('loads a network once, however often it is let go, and lets it go at the end (minutes of loading for crops)', async () => {
  const loaded: string[] = []
  const gone: string[] = []
  const createSession = (path: string): Promise<RuntimeSession> => {
    loaded.push(path)
    const dispose = (): Promise<void> => Promise.resolve(void gone.push(path))
    return Promise.resolve({ inputs: [], outputs: [], run: (feeds) => Promise.resolve(feeds), dispose })
  }
  const kept = new KeptSessions({ version: '1', providers: ['cpu'], createSession })
  for (const path of ['labeller', 'painter', 'labeller']) {
    const session = await kept.createSession(path, settings)
    expect(await session.run(new Map())).toEqual(new Map())
    await session.dispose()
  }
  expect(loaded).toEqual(['labeller', 'painter'])
  expect(gone).toEqual([])
  await kept.dispose()
  expect(gone).toEqual(['labeller', 'painter'])
})

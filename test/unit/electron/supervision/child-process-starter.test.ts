import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { SynthesisRequest } from '../../../../electron/contract/recipes/exemplar-synthesis.ts'
import { ChildProcessStarter } from '../../../../electron/supervision/child-process-starter.ts'
import { InferenceClient } from '../../../../electron/supervision/inference-client.ts'
import { startTimer } from '../../../../electron/supervision/timer.ts'

const entry = fileURLToPath(new URL('../../../fixtures/hosts/scripted-host.mjs', import.meta.url))

const request: SynthesisRequest = {
  recipe: 'exemplar-synthesis',
  pack: { id: 'fake' },
  condition: { kind: 'labels', labels: { width: 3, height: 1, data: Uint8Array.of(10, 20, 30) } },
  exemplar: { image: { width: 1, height: 1, data: new Uint8Array(3) }, condition: 'annotate' },
  size: { width: 32, height: 32 },
  seed: 0,
  options: {},
  viewId: 'view',
  revision: 1,
}

/** A client whose host is a real process that behaves as named. */
function clientOf(behaviour: string, silenceMilliseconds = 60_000): { client: InferenceClient; notices: string[] } {
  vi.stubEnv('COCANVAS_TEST_HOST', behaviour)
  const notices: string[] = []
  const client = new InferenceClient({
    starter: new ChildProcessStarter(entry),
    configuration: { packFolders: [], annotatorFolders: [], provider: 'cpu', threads: 1, cacheBytes: 0 },
    startTimer,
    silenceMilliseconds,
    onNotice: (sentence) => {
      notices.push(sentence)
      // The next host behaves: what is tested is the way back.
      vi.stubEnv('COCANVAS_TEST_HOST', 'answer')
    },
  })
  onTestFinished(() => client.dispose())
  return { client, notices }
}

describe('a host in a child process', () => {
  // Catches JSON serialization, which turns a Uint8Array into an object of numbers.
  it('carries typed arrays both ways', async () => {
    const outcome = await clientOf('answer').client.generate(request).outcome
    if (outcome.kind !== 'done') throw new Error(outcome.kind)
    expect(outcome.result.image.data).toBeInstanceOf(Uint8Array)
    expect([...outcome.result.image.data]).toEqual([10, 20, 30])
  })

  it('is replaced after a native crash, and the picture comes from the next', async () => {
    const { client, notices } = clientOf('crash')
    expect(await client.generate(request).outcome).toMatchObject({ kind: 'done' })
    expect(notices).toEqual(['The inference host ended (signal SIGSEGV), so it was started again.'])
  })

  it('tells the last words of a host that threw', async () => {
    const { client, notices } = clientOf('throw')
    expect(await client.generate(request).outcome).toMatchObject({ kind: 'done' })
    expect(notices[0]).toMatch(/exit code 1: TypeError: the driver is gone/)
  })

  // A blocked event loop reads no cancel message, so only a kill helps.
  it('is killed and replaced when it hangs', async () => {
    const { client, notices } = clientOf('hang', 2000)
    expect(await client.generate(request).outcome).toMatchObject({ kind: 'done' })
    expect(notices).toEqual(['The inference host stopped answering, so it was started again.'])
  })

  it('reports a host that cannot be started', async () => {
    const client = new InferenceClient({
      starter: new ChildProcessStarter('/nowhere/host.mjs'),
      configuration: { packFolders: [], annotatorFolders: [], provider: 'cpu', threads: 1, cacheBytes: 0 },
      startTimer,
      limits: { readyMilliseconds: 20_000, disposeMilliseconds: 1000, restarts: 1 },
      onNotice: () => undefined,
    })
    await expect(client.start()).rejects.toMatchObject({ code: 'host-unavailable' })
    await client.dispose()
  })
})

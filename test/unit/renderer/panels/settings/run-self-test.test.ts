import { expect, it } from 'vitest'
import type { HostEnd } from '../../../../../electron/contract/host-end.ts'
import { DEFAULT_SETTINGS } from '../../../../../electron/contract/editor-settings.ts'
import { runSelfTest } from '../../../../../renderer/panels/settings/run-self-test.ts'

type Shell = Parameters<typeof runSelfTest>[0]

it('ends with a sentence when the host dies under it', async () => {
  // Bug it would catch: a graphics driver takes the host along, and the button says "measuring" for ever.
  let end: (event: { reason: HostEnd }) => void = () => undefined
  let closed = 0
  let listeners = 0
  const connection: Awaited<ReturnType<Shell['connectInference']>> = {
    port: { send: () => undefined, subscribe: () => () => undefined, close: () => (closed += 1) },
    configuration: {
      provider: DEFAULT_SETTINGS.provider,
      threads: 2,
      cacheBytes: 1,
      packFolders: [],
      annotatorFolders: [],
    },
  }
  const shell: Shell = {
    connectInference: () => Promise.resolve(connection),
    on: (_name, listener) => {
      listeners += 1
      end = listener as typeof end
      return () => (listeners -= 1)
    },
  }
  const test = runSelfTest(
    shell,
    'landscape',
    () => undefined,
    (reason) => `The host is gone: ${reason}.`,
  )
  await Promise.resolve()
  await Promise.resolve()
  end({ reason: 'keeps-ending' })
  await expect(test).rejects.toThrow('The host is gone: keeps-ending.')
  expect({ closed, listeners }).toEqual({ closed: 1, listeners: 0 })
})

import { expect, it } from 'vitest'
import { PROTOCOL_VERSION, type HostConfiguration } from '../../../../electron/contract/inference-protocol.ts'
import { configuredPort } from '../../../../electron/utility/configured-port.ts'

const OWN: HostConfiguration = {
  packFolders: ['/own'],
  annotatorFolders: [],
  provider: 'cpu',
  threads: 2,
  cacheBytes: 0,
}

// Bug it would catch: a window that somebody took over and that lets the host read and write where it likes.
it('tells the host the main process’s own folders, and leaves every other message as it is', () => {
  const heard: unknown[] = []
  let say: (message: unknown) => void = () => undefined
  const port = configuredPort(
    {
      send: () => undefined,
      subscribe: (listener) => {
        say = listener
        return () => undefined
      },
      close: () => undefined,
    },
    OWN,
  )
  port.subscribe((message) => heard.push(message))
  const evil = { ...OWN, packFolders: ['/evil'], settingsFolder: '/evil' }
  say({ type: 'hello', protocolVersion: PROTOCOL_VERSION, configuration: evil })
  say({ type: 'cancel', jobId: '1' })
  say('nonsense')
  expect(heard).toEqual([
    { type: 'hello', protocolVersion: PROTOCOL_VERSION, configuration: OWN },
    { type: 'cancel', jobId: '1' },
    'nonsense',
  ])
})

import { describe, expect, it } from 'vitest'
import type { HostConfiguration } from '../../../../electron/contract/inference-protocol.ts'
import { InferenceBridge } from '../../../../electron/web/inference-bridge.ts'
import type { ValueChannel } from '../../../../electron/web/value-channel.ts'
import { ScriptedHost } from '../supervision/scripted-host.ts'

const CONFIGURATION: HostConfiguration = {
  packFolders: [],
  annotatorFolders: [],
  provider: 'cpu',
  threads: 2,
  cacheBytes: 0,
}

/** A page's socket, played by the test. */
class FakeChannel {
  readonly sent: unknown[] = []
  closed = false
  private say: (value: unknown) => void = () => undefined
  private leave: () => void = () => undefined

  readonly asChannel = {
    send: (value: object) => void this.sent.push(value),
    onValue: (listener: (value: unknown) => void) => (this.say = listener),
    onClose: (listener: () => void) => (this.leave = listener),
    close: () => {
      this.closed = true
      this.leave()
    },
  } as unknown as ValueChannel

  says(value: unknown): void {
    this.say(value)
  }

  leaves(): void {
    this.leave()
  }
}

function bridge(
  configuration: () => Promise<HostConfiguration> = () => Promise.resolve(CONFIGURATION),
  startHost: () => ScriptedHost = () => new ScriptedHost(),
): {
  bugs: unknown[]
  bridge: InferenceBridge
  hosts: ScriptedHost[]
  stopped: { reason: string }[]
  open: () => FakeChannel
} {
  const hosts: ScriptedHost[] = []
  const stopped: { reason: string }[] = []
  const bugs: unknown[] = []
  const starter = {
    start: () => {
      const host = startHost()
      hosts.push(host)
      return host
    },
  }
  const made = new InferenceBridge(
    starter,
    configuration,
    (event) => stopped.push(event),
    (error) => bugs.push(error),
  )
  const open = (): FakeChannel => {
    const channel = new FakeChannel()
    made.connect(channel.asChannel)
    return channel
  }
  return { bugs, bridge: made, hosts, stopped, open }
}

describe('the way between a page and its host', () => {
  it('begins with the configuration, whatever the host says first, and then carries both ways', async () => {
    const { hosts, open } = bridge()
    const channel = open()
    hosts[0]?.isReady()
    await Promise.resolve()
    await Promise.resolve()
    expect(channel.sent[0]).toEqual(CONFIGURATION)
    expect(channel.sent[1]).toMatchObject({ type: 'ready' })
    channel.says({ type: 'cancel', jobId: '1' })
    // Bug it would catch: a page that sends the host what its protocol does not know.
    channel.says({ type: 'eval', code: '1' })
    channel.says(undefined)
    await Promise.resolve()
    expect(hosts[0]?.received).toEqual([{ type: 'cancel', jobId: '1' }])
  })

  // Bug it would catch: a shell that ends with all its pages, because memory was short when one of them wanted a host.
  it('outlives a host that cannot be started, and closes the connection', () => {
    const { bugs, open } = bridge(undefined, () => {
      throw new Error('spawn ENOMEM')
    })
    expect(open().closed).toBe(true)
    expect(String(bugs[0])).toContain('ENOMEM')
  })

  // Bug it would catch: the same, because of one message that the connection could not carry.
  it('outlives a message that cannot be carried, and ends the host that sent it', async () => {
    const { bugs, hosts, stopped, open } = bridge()
    const channel = open()
    await Promise.resolve()
    channel.asChannel.send = () => {
      throw new TypeError('no such type')
    }
    hosts[0]?.isReady()
    await expect.poll(() => stopped).toEqual([{ reason: 'ended' }])
    expect([bugs.length, hosts[0]?.killed, channel.closed]).toEqual([1, true, true])
  })

  // Bug it would catch: a page that somebody took over and that lets the host read and write where it likes.
  it('tells the host the server’s own folders, whatever the page names', async () => {
    const { hosts, open } = bridge()
    const channel = open()
    const configuration = { ...CONFIGURATION, packFolders: ['/tmp/evil'], settingsFolder: '/tmp/evil', threads: 16 }
    channel.says({ type: 'hello', protocolVersion: 1, configuration })
    await expect.poll(() => hosts[0]?.received).toHaveLength(1)
    expect(hosts[0]?.received).toEqual([{ type: 'hello', protocolVersion: 1, configuration: CONFIGURATION }])
  })

  // Bug it would catch: settings that cannot be read, which ended the whole program as an unhandled rejection.
  it('is closed when there is no configuration', async () => {
    const { hosts, bugs, open } = bridge(() => Promise.reject(new Error('no settings')))
    const channel = open()
    await expect.poll(() => channel.closed).toBe(true)
    expect([hosts[0]?.killed, bugs.map(String)]).toEqual([true, ['Error: no settings']])
  })

  // Bug it would catch: hosts that pile up, one for each page that was ever open.
  it('ends the host with its page, and nobody is told', async () => {
    const { hosts, stopped, open } = bridge()
    open().leaves()
    await hosts[0]?.ended
    expect([hosts[0]?.killed, stopped]).toEqual([true, []])
  })

  it('tells the pages when a host has crashed, and gives up when it keeps crashing', async () => {
    const { hosts, stopped, open } = bridge()
    for (let crash = 0; crash < 5; crash++) {
      const channel = open()
      await hosts[crash]?.crashes()
      await Promise.resolve()
      expect(channel.closed).toBe(true)
    }
    expect(stopped.map(({ reason }) => reason)).toEqual(['ended', 'ended', 'ended', 'ended', 'keeps-ending'])
  })

  it('ends every host on request and lets the pages connect again', () => {
    const { bridge: made, hosts, stopped, open } = bridge()
    const channels = [open(), open()]
    made.restart()
    expect(hosts.map(({ killed }) => killed)).toEqual([true, true])
    expect(channels.map(({ closed }) => closed)).toEqual([true, true])
    expect(stopped).toEqual([{ reason: 'ended' }])
    made.dispose()
  })
})

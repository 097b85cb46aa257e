import { describe, expect, it } from 'vitest'
import { MessageChannelDouble, type MessagePortDouble } from './message-port.ts'

function listen(port: MessagePortDouble): unknown[] {
  const heard: unknown[] = []
  port.on('message', ({ data }) => heard.push(data))
  port.on('close', () => heard.push('closed'))
  return heard
}

describe('a channel of ports', () => {
  it('holds messages until the far port is started, and tells its end', () => {
    const { port1, port2 } = new MessageChannelDouble()
    const heard = listen(port2)
    port1.postMessage('a')
    expect(heard).toEqual([])
    port2.start()
    port1.postMessage('b')
    port1.close()
    expect(heard).toEqual(['a', 'b', 'closed'])
  })

  it('carries copies', () => {
    const { port1, port2 } = new MessageChannelDouble()
    const heard = listen(port2)
    port2.start()
    const pixels = Uint8Array.of(1, 2)
    port1.postMessage({ pixels })
    pixels[0] = 9
    expect(heard).toEqual([{ pixels: Uint8Array.of(1, 2) }])
    expect(() => port1.postMessage(() => 1)).toThrow(/could not be cloned/)
  })

  // Electron loses a message whose transfer list holds a buffer (electron#34905); the double says so at once.
  it('transfers ports and nothing else', () => {
    const { port1 } = new MessageChannelDouble()
    const buffer = new ArrayBuffer(8)
    expect(() => port1.postMessage(buffer, [buffer])).toThrow(/only MessagePortMain/)
  })

  it('hands a port over once; the old object is dead then', () => {
    const carrier = new MessageChannelDouble()
    const carried = new MessageChannelDouble()
    const received: MessagePortDouble[] = []
    carrier.port2.on('message', ({ ports }) => received.push(...ports))
    carrier.port2.start()
    carrier.port1.postMessage('here', [carried.port2])
    const heard = received.map(listen)
    received[0]?.start()
    carried.port1.postMessage('hello')
    expect(heard).toEqual([['hello']])
    expect(() => carried.port2.postMessage('x')).toThrow(/was transferred/)
    expect(() => carrier.port1.postMessage('again', [carried.port2])).toThrow(/was transferred/)
    const twice = new MessageChannelDouble().port1
    expect(() => carrier.port1.postMessage('twice', [twice, twice])).toThrow(/only once/)
  })
})

import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { canReach, downloadHost } from '../../../../scripts/starting/reach-host.mjs'

describe('the look for a network before a download', () => {
  it('goes to the mirror or proxy that is set', () => {
    expect(downloadHost({})).toEqual({ name: 'github.com', port: 443 })
    expect(downloadHost({ ELECTRON_MIRROR: 'https://mirror.example/electron/' })).toEqual({
      name: 'mirror.example',
      port: 443,
    })
    expect(downloadHost({ https_proxy: 'http://proxy:3128' })).toEqual({ name: 'proxy', port: 3128 })
    expect(downloadHost({ https_proxy: 'nonsense' })).toEqual({ name: 'github.com', port: 443 })
  })

  it('finds who listens, and soon knows who does not', async () => {
    const server = createServer()
    onTestFinished(() => void server.close())
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    expect(await canReach({ name: '127.0.0.1', port }, 3000)).toBe(true)
    expect(await canReach({ name: 'no-such-host.invalid', port: 443 }, 3000)).toBe(false)
  })

  // Bug it would catch: a start that hangs behind a network that swallows every packet.
  it('ends in time when nobody ever answers', async () => {
    const start = performance.now()
    // TEST-NET-1 (RFC 5737): routed nowhere.
    expect(await canReach({ name: '192.0.2.1', port: 443 }, 200)).toBe(false)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

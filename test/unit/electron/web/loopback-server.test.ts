import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { connect as connectTcp } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { LoopbackServer } from '../../../../electron/web/loopback-server.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { fuzzConnections } from '../../../../scripts/torture/connection-fuzz.ts'
import { ask, connect } from './loopback-client.ts'

interface Served {
  readonly server: LoopbackServer
  readonly port: number
  readonly host: string
  readonly token: string
  /** What a page of ours sends, once its browser has entered. */
  readonly enter: () => Promise<Readonly<Record<string, string>>>
}

async function serve(patienceMs?: number): Promise<Served> {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'renderer'))
  writeFileSync(path.join(folder, 'renderer/index.html'), 'the page')
  const files = { folder: path.join(folder, 'renderer'), extras: {} }
  const server = await LoopbackServer.start(
    files,
    { '/shell': { limit: 2, open: (socket) => socket.send('hello') } },
    patienceMs,
  )
  onTestFinished(() => server.dispose())
  const { port, host, searchParams } = new URL(server.entrance)
  const token = searchParams.get('token') ?? ''
  const enter = async (): Promise<Readonly<Record<string, string>>> => {
    const { headers } = await ask(Number(port), { path: `/enter?token=${token}`, headers: { host } })
    return { host, cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' }
  }
  return { server, port: Number(port), host, token, enter }
}

describe('the entrance of the web shell', () => {
  it('opens once, and leaves a cookie that scripts cannot read and other sites cannot send', async () => {
    const { port, host, token } = await serve()
    const entered = await ask(port, { path: `/enter?token=${token}`, headers: { host } })
    expect([entered.status, entered.headers.location]).toEqual([302, '/'])
    expect(entered.headers['set-cookie']?.[0]).toMatch(
      /^cocanvas-session-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    )
    // Bug it would catch: an address in a browser's history that opens the editor to whoever finds it.
    const again = await ask(port, { path: `/enter?token=${token}`, headers: { host } })
    expect([again.status, again.headers['set-cookie']]).toEqual([403, undefined])
  })

  it.each(['', '?token=', '?token=x', '?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'])(
    'stays shut for %j, and opens afterwards',
    async (query) => {
      const { port, host, enter } = await serve()
      expect((await ask(port, { path: `/enter${query}`, headers: { host } })).status).toBe(403)
      expect((await enter())['cookie']).not.toBe('')
    },
  )

  // Bug it would catch: a name of an attacker's that points at 127.0.0.1 (DNS rebinding) and spends the token.
  it('stays shut under another host’s name', async () => {
    const { port, token, enter } = await serve()
    for (const host of ['evil.example', `localhost:${port}`, '127.0.0.1', `127.0.0.1:${port + 1}`]) {
      expect((await ask(port, { path: `/enter?token=${token}`, headers: { host } })).status).toBe(403)
    }
    expect((await enter())['cookie']).not.toBe('')
  })

  it('is spent by no other way of asking', async () => {
    const { port, host, token, enter } = await serve()
    for (const method of ['HEAD', 'POST', 'OPTIONS']) {
      expect((await ask(port, { path: `/enter?token=${token}`, method, headers: { host } })).status).toBe(403)
    }
    expect((await enter())['cookie']).not.toBe('')
  })
})

describe('a window that comes from a file of ours', () => {
  // Bug it would catch: a redirect whose next request the browser sends without the cookie, as SameSite=Strict demands.
  it('is led on by a page of the server itself', async () => {
    const { port, host, token } = await serve()
    const headers = { host, 'sec-fetch-site': 'cross-site' }
    const entered = await ask(port, { path: `/enter?token=${token}`, headers })
    expect([entered.status, entered.headers['refresh'], entered.headers.location]).toEqual([200, '0; url=/', undefined])
    expect(entered.headers['set-cookie']?.[0]).toMatch(/SameSite=Strict/)
  })

  // Bug it would catch: a second start that takes the door away from the browser of the first, which is still loading.
  it('gets an address of its own, beside those that are not used yet', async () => {
    const { server, port, host, token } = await serve()
    const others = Array.from({ length: 3 }, () => new URL(server.newEntrance()).search)
    for (const search of [`?token=${token}`, ...others]) {
      expect((await ask(port, { path: `/enter${search}`, headers: { host } })).status).toBe(302)
      expect((await ask(port, { path: `/enter${search}`, headers: { host } })).status).toBe(403)
    }
  })
})

describe('the pages of the web shell', () => {
  it('are shown to the browser that entered', async () => {
    const { port, enter } = await serve()
    const answer = await ask(port, { path: '/', headers: await enter() })
    expect([answer.status, answer.body]).toEqual([200, 'the page'])
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  const evil = 'http://evil.example'
  it.each([
    ['no cookie', { cookie: '' }],
    ['a made-up cookie', { cookie: 'cocanvas-session-1=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['another host’s name', { host: 'evil.example' }],
    ['another origin', { origin: evil }],
    ['an origin without a name', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
  ])('are refused to a request with %s', async (_what, wrong) => {
    const { port, enter } = await serve()
    const answer = await ask(port, { path: '/', headers: { ...(await enter()), ...wrong } })
    expect(answer.status).toBe(403)
    expect(answer.body).not.toContain('the page')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('are only read, and only those that were built', async () => {
    const { port, enter } = await serve()
    const headers = await enter()
    expect((await ask(port, { path: '/', method: 'POST', headers })).status).toBe(405)
    for (const wrong of ['/../secret.json', '/%2e%2e/secret', '//etc/passwd', '/shell', 'http://evil.example/', '*']) {
      expect([403, 404], wrong).toContain((await ask(port, { path: wrong, headers })).status)
    }
  })
})

describe('nonsense', () => {
  // Bug it would catch: any program on this machine that ends the editor with one line.
  it('is refused, and the server goes on', async () => {
    const { port, host, enter } = await serve()
    for (const path of ['//[', 'http://[::', '/%', '/%ff%fe', `/${'a'.repeat(10_000)}`]) {
      expect([403, 404], path).toContain((await ask(port, { path, headers: { host } })).status)
    }
    expect((await ask(port, { path: '/', headers: await enter() })).status).toBe(200)
  })
})

describe('the sockets of the web shell', () => {
  it('open for a page of ours', async () => {
    const { port, host, enter } = await serve()
    const socket = await connect(port, '/shell', { ...(await enter()), origin: `http://${host}` })
    expect(typeof socket).toBe('object')
  })

  it.each([
    ['no cookie', { cookie: '' }],
    ['another origin', { origin: 'http://evil.example' }],
    ['another host’s name', { host: 'evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
  ])('are refused to a page with %s', async (_what, wrong) => {
    const { port, host, enter } = await serve()
    expect(await connect(port, '/shell', { ...(await enter()), origin: `http://${host}`, ...wrong })).toBe(403)
  })

  // Bug it would catch: a program without a browser, which sends no origin at all.
  it('are refused without an origin, and on paths that nobody handles', async () => {
    const { port, host, enter } = await serve()
    const headers = await enter()
    expect(await connect(port, '/shell', headers)).toBe(403)
    expect(await connect(port, '/other', { ...headers, origin: `http://${host}` })).toBe(403)
    expect(await connect(port, '/__proto__', { ...headers, origin: `http://${host}` })).toBe(403)
  })
})

describe('connections that nobody let in', () => {
  // Bug it would catch: one upgrade request whose socket is reset at once ended the program, without any cookie.
  it('cannot end the server, in whatever state they break', async () => {
    const { port, enter } = await serve()
    const counts = await fuzzConnections(port, { connections: 150, seed: 1 })
    expect(counts).toMatchObject({ connections: 150 })
    expect((await ask(port, { path: '/', headers: await enter() })).status).toBe(200)
  })

  // Bug it would catch: a page that is told that its program has stopped, because the machine was too busy to read what the
  // browser had sent long ago.
  it('reads what a connection has sent before it loses patience with it', async () => {
    const { port, enter } = await serve(100)
    const headers = Object.entries(await enter()).map(([name, value]) => `${name}: ${value}\r\n`)
    const socket = connectTcp({ host: '127.0.0.1', port })
    onTestFinished(() => void socket.destroy())
    const answer = new Promise<string>((resolve) => {
      socket.once('data', (data) => resolve(data.toString().slice(0, 15)))
      socket.once('close', () => resolve('closed'))
    })
    await once(socket, 'connect')
    // The server, in this same process, hears of the connection; then the whole process stands still.
    for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate)
    socket.write(`GET / HTTP/1.1\r\n${headers.join('')}\r\n`)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    expect(await answer).toBe('HTTP/1.1 200 OK')
  })

  // Bug it would catch: 400 silent connections that leave no descriptor for the browser.
  it('are few at a time, and do not keep the browser out', async () => {
    // Each may stay for longer than the test takes, so only their number can end them.
    const { port, enter } = await serve(600_000)
    const silent = Array.from({ length: 400 }, () => connectTcp({ host: '127.0.0.1', port }))
    const ends = silent.map((socket) => new Promise((resolve) => socket.on('error', resolve).on('close', resolve)))
    // The first ones make room for those that come later.
    await Promise.all(ends.slice(0, 300))
    expect((await ask(port, { path: '/', headers: await enter() })).status).toBe(200)
    for (const socket of silent) socket.destroy()
  })

  it('are ended when they ask for nothing', async () => {
    const { port } = await serve(20)
    const socket = connectTcp({ host: '127.0.0.1', port })
    await new Promise((resolve) => socket.on('error', resolve).on('close', resolve))
    expect(socket.destroyed).toBe(true)
  })
})

describe('the server of the web shell', () => {
  // Bug it would catch: twelve sockets that start twelve hosts.
  it('opens no more sockets of a kind than it can serve, and others once some have gone', async () => {
    const { port, host, enter } = await serve()
    const headers = { ...(await enter()), origin: `http://${host}` }
    const [first, second] = [await connect(port, '/shell', headers), await connect(port, '/shell', headers)]
    expect([typeof first, typeof second]).toEqual(['object', 'object'])
    expect(await connect(port, '/shell', headers)).toBe(503)
    if (typeof first !== 'object') throw new Error('The first socket is open.')
    first.terminate()
    await expect.poll(async () => typeof (await connect(port, '/shell', headers))).toBe('object')
  })

  // Bug it would catch: an editor that the whole network can use.
  it('listens on the loopback alone', async () => {
    const { port } = await serve()
    const others = Object.values(networkInterfaces()).flatMap((addresses = []) =>
      addresses.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address),
    )
    for (const host of others) {
      const reached = await new Promise((resolve) => {
        const socket = connectTcp({ host, port }, () => resolve(true))
        socket.once('error', () => resolve(false))
      })
      expect(reached, host).toBe(false)
    }
  })

  it('takes a port of the system’s choice, and gives everything back at the end', async () => {
    const [first, second] = [await serve(), await serve()]
    expect(first.port).not.toBe(second.port)
    const socket = await connect(first.port, '/shell', { ...(await first.enter()), origin: `http://${first.host}` })
    const closed = new Promise((resolve) => typeof socket === 'object' && socket.once('close', resolve))
    await first.server.dispose()
    await closed
    await expect(ask(first.port, { path: '/' })).rejects.toThrow(/ECONNREFUSED/)
  })
})

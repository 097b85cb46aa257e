import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../unit/electron/cli/sample-files.ts'
import { ask, connect } from '../unit/electron/web/loopback-client.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Starts `npm run dev` and gives the address it prints. */
async function startDev(): Promise<URL> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts/dev.mjs'), '--no-window'], {
    env: { ...process.env, COCANVAS_DATA: await temporaryFolder() },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill())
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
      const [address] = /http:\S+\/enter\S+/.exec(text) ?? []
      if (address !== undefined) resolve(new URL(address))
    })
    child.once('exit', () => {
      reject(new Error(`it ended without an address: ${text}`))
    })
  })
}

it('npm run dev serves the sources, and hands on to the shell whoever has entered', async () => {
  const address = await startDev()
  const port = Number(address.port)
  const origin = address.origin
  expect(await connect(port, '/shell', { origin })).toBe(403)

  const entered = await ask(port, { path: address.pathname + address.search })
  expect([entered.status, entered.headers.location]).toEqual([302, '/'])
  const cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const page = await ask(port, { path: '/', headers: { cookie, accept: 'text/html' } })
  expect(page.body).toContain('/@vite/client')
  expect(page.body).toContain('src="/shell.js"')
  const source = await ask(port, { path: '/main.tsx', headers: { cookie } })
  expect(source.headers['content-type']).toContain('javascript')
  expect((await ask(port, { path: '/shell.js', headers: { cookie } })).status).toBe(200)

  const socket = await connect(port, '/shell', { origin, cookie })
  if (typeof socket === 'number') throw new Error(`refused with ${String(socket)}`)
  socket.terminate()
  // A page of another site must not reach the shell through the development server.
  expect(await connect(port, '/shell', { origin: 'http://evil.example', cookie })).toBe(403)
})

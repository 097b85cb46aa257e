import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from '../fixtures.ts'
import type { Profile } from '../shells/profile.ts'
import { repositoryFolder } from '../shells/repository.ts'

test.skip(({ shell }) => shell !== 'web', 'How the editor is started is one question for all shells.')

/** Runs `npm start` the way a terminal does, until Ctrl-C. @returns what it printed and its exit code. */
async function start(
  profile: Profile,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<[string, unknown]> {
  const script = path.join(repositoryFolder, 'scripts/start.mjs')
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...profile.environment, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (printed: string) => {
    if (printed.includes('Ctrl-C')) child.kill('SIGINT')
  })
  const [printed, exit]: [string, unknown[]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return [printed, exit[0]]
}

test('without a screen it says so, prints an address and ends in order with Ctrl-C', async ({ profile }) => {
  // Bug it would catch: a start that hangs, or dies with a stack trace, on a machine without a desktop.
  test.skip(process.platform !== 'linux', 'Elsewhere there is always a screen.')
  const [printed, code] = await start(profile, [], {})
  expect(printed).toContain('Cocanvas opens in the web shell, because there is no screen for a window of Electron.')
  expect(printed).toContain('There is no screen here to open a window on.')
  expect(printed).toMatch(/http:\/\/127\.0\.0\.1:\d+\/enter\?token=\S+/)
  expect(code).toBe(0)
})

test('it only serves when asked to', async ({ profile }) => {
  const [printed, code] = await start(profile, ['--no-window'], { DISPLAY: ':9', COCANVAS_BROWSER: '/no/such/browser' })
  expect(printed).toContain('because you asked for it')
  expect(printed).not.toContain('window is shown')
  expect(code).toBe(0)
})

test('a browser that cannot show anything leaves an address behind', async ({ profile }) => {
  // Bug it would catch: an editor that ends at once because the browser did.
  const broken = { DISPLAY: ':9', COCANVAS_BROWSER: '/bin/false' }
  const [printed, code] = await start(profile, ['--web'], broken)
  expect(printed).toContain('/bin/false could not show a window.')
  expect(printed).toMatch(/http:\/\/127\.0\.0\.1:\d+\/enter/)
  expect(code).toBe(0)
})

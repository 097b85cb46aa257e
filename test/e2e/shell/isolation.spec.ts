import { expect, test } from '../fixtures.ts'

test('the page has no way to Node and sees nothing of the shell but its methods', async ({ app }) => {
  // Bug it would catch: a preload script that hands out more than it should, or a window that is not isolated.
  const found = await app.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
    isolated: crossOriginIsolated,
    secure: isSecureContext,
    bridge: typeof Reflect.get(globalThis, 'cocanvasBridge'),
  }))
  const bridge = app.kind === 'web' ? 'undefined' : 'object'
  // Whether Chromium isolates pages of a scheme of one's own is its business; nothing here depends on it.
  const isolated = app.kind === 'electron' ? expect.any(Boolean) : true
  expect(found).toEqual({ node: [], isolated, secure: true, bridge })
})

test('the bridge cannot be changed by the page', async ({ app }) => {
  test.skip(app.kind === 'web', 'The web shell has no bridge.')
  const changed = await app.page.evaluate(() => {
    const bridge: unknown = Reflect.get(globalThis, 'cocanvasBridge')
    if (typeof bridge !== 'object' || bridge === null) return ['no bridge']
    const calls: unknown = Reflect.get(bridge, 'calls')
    const attempts = [
      Reflect.set(bridge, 'more', 1),
      Reflect.set(globalThis, 'cocanvasBridge', {}),
      typeof calls === 'object' && calls !== null && Reflect.set(calls, 'getSettings', () => 'forged'),
    ]
    return attempts
  })
  expect(changed).toEqual([false, false, false])
})

test('no code runs but the editor’s own', async ({ app }) => {
  // Bug it would catch: a policy with a hole, through which an imported file could bring a script.
  const ran = await app.page.evaluate(async () => {
    const results: string[] = []
    const finished = (element: HTMLElement): Promise<void> =>
      new Promise((resolve) => {
        element.addEventListener('load', () => resolve())
        element.addEventListener('error', () => resolve())
        document.head.append(element)
      })
    Reflect.set(globalThis, 'results', results)
    const inline = Object.assign(document.createElement('script'), { textContent: 'results.push("inline")' })
    document.head.append(inline)
    const sources = ['data:text/javascript,results.push("data")', 'https://example.org/x.js', 'http://127.0.0.1:9/x.js']
    for (const src of sources) await finished(Object.assign(document.createElement('script'), { src }))
    const blob = URL.createObjectURL(new Blob(['results.push("blob")'], { type: 'text/javascript' }))
    await finished(Object.assign(document.createElement('script'), { src: blob }))
    // Playwright's own scripts may evaluate text; those of the page, such as this listener, may not.
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        try {
          // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- what the policy must stop
          new Function('results', 'results.push("eval")')(results)
        } catch {
          // As it should be.
        }
        resolve()
      }
      port2.postMessage(0)
    })
    return results
  })
  expect(ran).toEqual([])
})

test('nothing is sent anywhere, in no way a page knows', async ({ app }) => {
  // Bug it would catch: a policy that forgets images, frames, forms or beacons.
  const violations = await app.page.evaluate(async () => {
    const refused = new Set<string>()
    const seen = (count: number): Promise<void> =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          refused.add(effectiveDirective)
          if (refused.size === count) resolve()
        })
      })
    const all = seen(4)
    const elsewhere = 'https://example.org/?secret'
    // eslint-disable-next-line no-restricted-globals -- what the policy must stop
    void fetch(elsewhere).catch(() => undefined)
    new Image().src = elsewhere
    document.body.append(Object.assign(document.createElement('iframe'), { src: elsewhere }))
    const form = Object.assign(document.createElement('form'), { action: elsewhere, method: 'post' })
    document.body.append(form)
    form.submit()
    await all
    return [...refused].sort()
  })
  expect(violations).toEqual(['connect-src', 'form-action', 'frame-src', 'img-src'])
})

test('the window stays on its page and opens no other', async ({ app }) => {
  // Bug it would catch: a dropped link or a forged button that replaces the editor, and with it the unsaved work.
  test.skip(app.kind === 'web', 'A browser’s own page may be left; the editor asks before.')
  const { page } = app
  const address = page.url()
  const pages = page.context().pages().length
  await page.evaluate(() => {
    window.open('https://example.org/', '_blank')
    document.body.append(Object.assign(document.createElement('a'), { href: 'https://example.org/', id: 'way-out' }))
    document.getElementById('way-out')?.click()
    location.href = 'https://example.org/'
  })
  await page.evaluate(() => (location.href = 'file:///etc/passwd')).catch(() => undefined)
  // The page still answers, at its own address.
  await expect.poll(() => page.evaluate(() => document.title)).toMatch(/Cocanvas/)
  expect(page.url()).toBe(address)
  await expect.poll(() => page.context().pages().length).toBe(pages)
})

test('the page is granted nothing but copying', async ({ app }) => {
  const states = await app.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as PermissionName[]
    const results = await Promise.all(names.map((name) => navigator.permissions.query({ name })))
    return results.filter(({ state }) => state === 'granted').map(({ name }) => name)
  })
  expect(states).toEqual([])
})

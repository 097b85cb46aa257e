import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type Electron from 'electron'
import { z } from 'zod'
import type { CdpSession } from '../browser/cdp-connection.ts'
import type { WindowSettings } from '../window/frame.ts'
import { runtime } from './double-runtime.ts'
import { isRequestCancelled } from './session.ts'
import type { WebContentsDouble } from './web-contents.ts'

const ISOLATED_WORLD = 'Electron Isolated Context'

const pausedSchema = z.object({
  requestId: z.string(),
  resourceType: z.string(),
  request: z.object({ url: z.string() }),
})
const createdSchema = z.object({
  targetInfo: z.object({ targetId: z.string(), type: z.string(), url: z.string() }),
})

/** While a window is being made its target appears before its id is known. */
const making = { windows: 0 }

/** A new page of the browser as a window's own: both worlds prepared, every way out of it guarded by the app. */
export async function openPage(
  contents: WebContentsDouble,
  { width, height }: Electron.Rectangle,
  preload: string,
): Promise<WindowPage> {
  const { connection } = runtime.browser
  const { browser } = connection
  making.windows++
  const created = await browser.send('Target.createTarget', { url: 'about:blank', width, height })
  making.windows--
  const targetId = String(created['targetId'])
  const attached = await browser.send('Target.attachToTarget', { targetId, flatten: true })
  const page = new WindowPage(connection.session(String(attached['sessionId'])), browser, targetId, contents)
  await page.prepare(preload)
  return page
}

/** One page of the browser behind a window. */
export class WindowPage {
  private readonly page: CdpSession
  private readonly browser: CdpSession
  private readonly targetId: string
  private readonly contents: WebContentsDouble
  /** Addresses that the app itself loads, which no guard is asked about. */
  private readonly expected = new Set<string>()

  constructor(page: CdpSession, browser: CdpSession, targetId: string, contents: WebContentsDouble) {
    this.page = page
    this.browser = browser
    this.targetId = targetId
    this.contents = contents
  }

  async prepare(preload: string): Promise<void> {
    const { page, contents } = this
    page.on('Fetch.requestPaused', (paused) => void this.guardRequest(paused))
    page.on('Inspector.targetCrashed', () => contents.noteCrash())
    this.browser.on('Target.targetCreated', (created) => this.guardWindow(created))
    await page.send('Page.enable')
    await page.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }, { urlPattern: 'https://*' }] })
    const settings: WindowSettings = { socket: contents.socketPath, secret: randomBytes(8).toString('hex') }
    const scripts = runtime.windowScripts
    const source = `${scripts}; electronDouble.installMainWorld(${JSON.stringify(settings)})`
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: onlyInOwnPages(source) })
    const isolated = `${scripts}
      ;((require, module, exports) => { ${readFileSync(preload, 'utf8')}
      })(electronDouble.installIsolatedWorld(${JSON.stringify(settings)}), { exports: {} }, {})`
    await page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: onlyInOwnPages(isolated),
      worldName: ISOLATED_WORLD,
    })
  }

  /** Resolves once the page has loaded. @throws Error with Chromium's reason. */
  async navigate(url: string): Promise<void> {
    const loaded = new Promise((resolve) => this.page.once('Page.loadEventFired', resolve))
    this.expected.add(url)
    const { errorText } = await this.page.send('Page.navigate', { url })
    if (typeof errorText === 'string') throw new Error(errorText)
    await loaded
  }

  async applyPermissions(settings: readonly { name: string; setting: string }[], origin: string): Promise<void> {
    for (const { name, setting } of settings) {
      await this.browser.send('Browser.setPermission', { origin, permission: { name }, setting })
    }
  }

  reload(): void {
    void this.page.send('Page.reload')
  }

  bringToFront(): void {
    void this.page.send('Page.bringToFront')
  }

  close(): void {
    this.closeTarget(this.targetId)
  }

  private async guardRequest(value: unknown): Promise<void> {
    const { requestId, resourceType, request } = pausedSchema.parse(value)
    const original = runtime.server.toOriginal(request.url)
    const own = this.expected.delete(request.url)
    const refused =
      (!own && resourceType === 'Document' && !this.contents.mayNavigate(original)) ||
      (await isRequestCancelled(original))
    const answer = refused
      ? this.page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
      : this.page.send('Fetch.continueRequest', { requestId })
    // The page may be gone by now.
    await answer.catch(() => undefined)
  }

  private guardWindow(value: unknown): void {
    const { targetInfo } = createdSchema.parse(value)
    // Its opener is not told: the window's own policy (COOP) keeps the two from knowing each other.
    if (targetInfo.type !== 'page' || targetInfo.targetId === this.targetId || making.windows > 0) return
    if (this.contents.mayOpen(targetInfo.url)) {
      throw new Error('The double of Electron opens no second window: the app should have denied it.')
    }
    this.closeTarget(targetInfo.targetId)
  }

  private closeTarget(targetId: string): void {
    void this.browser.send('Target.closeTarget', { targetId }).catch(() => undefined)
  }
}

/** The page begins as about:blank, where neither the app nor its preload script has any business. */
function onlyInOwnPages(source: string): string {
  return `if (location.hostname.endsWith('.localhost')) { ${source} }`
}

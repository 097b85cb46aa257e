import type { Browser } from '@playwright/test'
import { z } from 'zod'
import { killProcesses } from './child-end.ts'

const processesSchema = z.object({ processInfo: z.array(z.object({ type: z.string(), id: z.number() })) })

/** Kills every process of a browser that draws pages. */
export async function crashPages(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = processesSchema.parse(await session.send('SystemInfo.getProcessInfo'))
  await session.detach()
  await killProcesses(processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id))
}

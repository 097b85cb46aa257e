import type { Page } from '@playwright/test'

/** Where the pen is, in CSS pixels of the page, and how hard it presses (0..1); tilt in degrees. */
export interface PenPoint {
  readonly x: number
  readonly y: number
  readonly pressure: number
  readonly tiltX?: number
  readonly tiltY?: number
}

/**
 * Draws one stroke with a pressure-sensitive pen through the DevTools protocol, as Playwright's own mouse knows neither.
 * Chromium gives the very first contact no pressure; real pens land softly too.
 */
export async function drawWithPen(page: Page, points: readonly [PenPoint, PenPoint, ...PenPoint[]]): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const touch = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', point: PenPoint): Promise<unknown> => {
    const { x, y, pressure, tiltX = 0, tiltY = 0 } = point
    const down = type === 'mouseReleased' ? { buttons: 0, force: 0 } : { buttons: 1, force: pressure }
    const button = 'left' as const
    return devtools.send('Input.dispatchMouseEvent', {
      ...{ type, x, y, tiltX, tiltY, button, clickCount: 1, pointerType: 'pen' },
      ...down,
    })
  }
  const [first] = points
  await touch('mousePressed', first)
  for (const point of points) await touch('mouseMoved', point)
  await touch('mouseReleased', points.at(-1) ?? first)
  await devtools.detach()
}

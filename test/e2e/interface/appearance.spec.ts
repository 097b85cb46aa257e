import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { calmSettings, untilReady } from '../files/editor-steps.ts'

test.use({ settings: calmSettings })

test('language, theme and motion change at once and outlive the window', async ({ app, launch }) => {
  // Bugs it would catch: a text that stays in the old language, a theme that needs a restart, a choice that is lost.
  const { page } = app
  await untilReady(page)
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByLabel('Theme').selectOption('light')
  await expect.poll(() => brightness(page)).toBeGreaterThan(200)
  await settings.getByLabel('Theme').selectOption('dark')
  await expect.poll(() => brightness(page)).toBeLessThan(60)
  await settings.getByLabel('Theme').selectOption('light')
  await settings.getByLabel('Motion').selectOption('on')
  await expect.poll(() => longestMotion(page)).toBeLessThan(0.02)
  await settings.getByLabel('Language').selectOption('ko')

  const korean = page.getByRole('dialog', { name: '설정' })
  await expect(korean).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  // The document's own name and proper names may stay; words of the window may not.
  const words = await page.locator('body').innerText()
  for (const english of ['Layers', 'Classes', 'Exemplar', 'Results', 'File', 'Brush', 'Size']) {
    expect(words, english).not.toContain(english)
  }
  await app.close()

  const again = await launch()
  await untilKoreanReady(again.page)
  await expect(again.page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect.poll(() => brightness(again.page)).toBeGreaterThan(200)
  await again.page.keyboard.press('Control+,')
  const kept = again.page.getByRole('dialog', { name: '설정' })
  await expect(kept.getByLabel('테마')).toHaveValue('light')
  await kept.getByLabel('언어').selectOption('en')
  await expect(again.page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
})

test('the window follows the system in theme and motion', async ({ app }) => {
  // Bug it would catch: a dark window on a light desktop, or motion for those who asked for none.
  const { page } = app
  await untilReady(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => brightness(page)).toBeGreaterThan(200)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => brightness(page)).toBeLessThan(60)
  expect(await longestMotion(page)).toBeGreaterThan(0.05)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect.poll(() => longestMotion(page)).toBeLessThan(0.02)
})

test('text stands out against what it lies on in both themes', async ({ app }) => {
  // Bug it would catch: grey on grey. 4.5 to 1 is what WCAG AA asks of text.
  const { page } = app
  await untilReady(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    expect(await faintTexts(page), colorScheme).toEqual([])
  }
})

test('other settings outlive the window too', async ({ app, launch }) => {
  // Bug it would catch: a slider that moves and keeps nothing.
  const { page } = app
  await untilReady(page)
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('radio', { name: 'Editing' }).click()
  await settings.getByRole('spinbutton', { name: 'Undo steps' }).fill('2000')
  await settings.getByLabel('Pictures follow').selectOption('pen-up')
  await settings.getByRole('radio', { name: 'Engine' }).click()
  await settings.getByRole('spinbutton', { name: 'Threads' }).fill('1')
  await expect.poll(() => page.evaluate(() => window.cocanvas.getSettings())).toMatchObject({ threads: 1 })
  await app.kill()

  const again = await launch()
  await untilReady(again.page)
  await again.page.keyboard.press('Control+,')
  const kept = again.page.getByRole('dialog', { name: 'Settings' })
  await kept.getByRole('radio', { name: 'Editing' }).click()
  await expect(kept.getByRole('spinbutton', { name: 'Undo steps' })).toHaveValue('2000')
  await expect(kept.getByLabel('Pictures follow')).toHaveValue('pen-up')
  await kept.getByRole('radio', { name: 'Engine' }).click()
  await expect(kept.getByRole('spinbutton', { name: 'Threads' })).toHaveValue('1')
  await again.page.keyboard.press('Escape')
  await expect(again.page.getByLabel('When to make pictures')).toHaveValue('pen-up')
})

async function untilKoreanReady(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: '레이어', exact: true }).getByRole('listitem').first()).toBeVisible()
}

/** Of the window's ground, 0..255. */
function brightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const ground = getComputedStyle(document.body).backgroundColor
    const [red = 0, green = 0, blue = 0] = (ground.match(/[\d.]+/g) ?? []).map(Number)
    return (red + green + blue) / 3
  })
}

/** The longest transition of any control, in seconds. */
function longestMotion(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('button, input, select')].flatMap((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element)
        return `${transitionDuration},${animationDuration}`
          .split(',')
          .map((time) => Number.parseFloat(time) * (time.trim().endsWith('ms') ? 0.001 : 1))
      }),
    ),
  )
}

/** Texts of the window whose contrast with their ground is below 4.5. */
function faintTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // The browser understands every notation of a colour; a pixel says what it means.
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const pixel = (colours: readonly string[]): readonly number[] => {
      context?.clearRect(0, 0, 1, 1)
      for (const colour of colours) {
        if (context !== null) context.fillStyle = colour
        context?.fillRect(0, 0, 1, 1)
      }
      return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3)
    }
    const luminance = (rgb: readonly number[]): number => {
      const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
        const share = value / 255
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const grounds = (element: Element): string[] => {
      const found: string[] = []
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        found.unshift(getComputedStyle(at).backgroundColor)
      }
      return found
    }
    const faint: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>('button, label, span, p, h3, small, option')) {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      )
      const style = getComputedStyle(element)
      if (!own || !element.checkVisibility({ opacityProperty: true }) || element.closest(':disabled, .visually-hidden'))
        continue
      const ground = grounds(element)
      const [text, below] = [luminance(pixel([...ground, style.color])), luminance(pixel(ground))]
      const contrast = (Math.max(text, below) + 0.05) / (Math.min(text, below) + 0.05)
      if (contrast < 4.5) faint.push(`${element.textContent.trim().slice(0, 30)} ${contrast.toFixed(2)}`)
    }
    return faint
  })
}

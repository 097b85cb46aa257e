import type { Locator, Page } from '@playwright/test'

/** As when a file is dragged from another window and let go over the element. @param whileOver What is looked at before. */
export async function dropFile(
  page: Page,
  target: Locator,
  name: string,
  bytes: Buffer,
  whileOver = (): Promise<void> => Promise.resolve(),
): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, base64]) => {
      const transfer = new DataTransfer()
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([content], fileName))
      return transfer
    },
    [name, bytes.toString('base64')] as const,
  )
  await target.dispatchEvent('dragover', { dataTransfer })
  await whileOver()
  await target.dispatchEvent('drop', { dataTransfer })
}

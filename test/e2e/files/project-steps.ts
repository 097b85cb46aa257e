import { existsSync } from 'node:fs'
import { expect } from '@playwright/test'
import type { RunningApp } from '../shells/running-app.ts'
import { expectUnsaved } from './editor-steps.ts'
import { journalBytes } from './project-reading.ts'

/** Saves the document under a name and waits until it is on the disk. */
export async function saveAs(app: RunningApp, file: string): Promise<void> {
  await app.answerDialog(file, () => app.page.keyboard.press('Control+Shift+s'))
  await expect.poll(() => existsSync(file)).toBe(true)
  await expectUnsaved(app.page, false)
}

/** Does a step and waits until it is in the journal on the disk. */
export async function journaled({ dataFolder }: RunningApp, act: () => Promise<void>): Promise<void> {
  const before = journalBytes(dataFolder)
  await act()
  await expect.poll(() => journalBytes(dataFolder), { message: 'the step reaches the disk' }).toBeGreaterThan(before)
}

/** Takes the offer to restore what a killed app left. */
export async function restoreWork({ page }: RunningApp): Promise<void> {
  const offer = page.getByRole('dialog', { name: 'Your work is still here' })
  await offer.getByRole('button', { name: 'Restore' }).click()
  await expect(offer).toHaveCount(0)
}

import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { calmSettings, notices, runCommand, untilReady } from '../files/editor-steps.ts'

test.use({ settings: calmSettings })

test('the packs page shows, verifies, changes and removes packs', async ({ app, profile }) => {
  // Bugs it would catch: a damaged pack called whole, a shipped pack that can be removed, a pack that is not used.
  const { page } = app
  await untilReady(page)
  await runCommand(page, 'Model packs')
  const dialog = page.getByRole('dialog', { name: 'Model packs' })
  const shipped = dialog.getByRole('region').filter({ hasText: 'landscape' }).first()
  const tiny = dialog.getByRole('region').filter({ hasText: 'tiny ' }).first()
  await expect(shipped).toContainText('Ships with Cocanvas')
  await expect(shipped.getByRole('button', { name: 'Remove' })).toHaveCount(0)
  await expect(tiny.getByRole('button', { name: 'In use' })).toBeDisabled()
  writeFileSync(path.join(profile.dataFolder, 'packs/tiny/card.md'), '# Tiny\n\n## Limits\n\nRandom weights.\n')
  await tiny.getByRole('button', { name: 'Model card' }).click()
  await expect(tiny.getByRole('heading', { name: 'Limits' })).toBeVisible()
  await tiny.getByRole('button', { name: 'Verify' }).click()
  await expect(notices(page)).toContainText('is complete: every file matches its checksum.')

  rmSync(path.join(profile.dataFolder, 'packs/tiny/generate.onnx'))
  await tiny.getByRole('button', { name: 'Verify' }).click()
  await expect(notices(page)).toContainText('generate.onnx')
  await shipped.getByRole('button', { name: 'Use this pack' }).click()
  await expect(shipped.getByRole('button', { name: 'In use' })).toBeDisabled()
  await tiny.getByRole('button', { name: 'Remove' }).click()
  await tiny.getByRole('button', { name: 'Really remove?' }).click()
  await expect(tiny).toHaveCount(0)
  expect((await page.evaluate(() => window.cocanvas.listPacks())).packs.map(({ manifest }) => manifest.id)).toEqual([
    'faces',
    'landscape',
    'people',
  ])
})

test('the offline page names the files in use, and the window asks no other machine for anything', async ({
  app,
  profile,
}) => {
  // Bugs it would catch: a page that promises what the app does not keep.
  const { page } = app
  const outside: string[] = []
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    const here = hostname === '127.0.0.1' || hostname.endsWith('localhost') || hostname === 'editor'
    if (!here && !['blob:', 'data:'].includes(protocol)) outside.push(request.url())
  })
  await page.reload()
  await untilReady(page)
  await runCommand(page, 'Works offline')
  const dialog = page.getByRole('dialog', { name: 'Works offline' })
  await expect(dialog).toContainText('Nothing leaves this computer.')
  await expect(dialog).toContainText(profile.dataFolder)
  await expect(dialog).toContainText('Not in a file yet')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'tiny / generate.onnx' })).toHaveText(/[\d.]+ (KB|MB|kB)/)
  await expect(dialog.getByRole('listitem').filter({ hasText: 'ade20k31' }).first()).toBeVisible()
  expect(outside).toEqual([])
  const refused = await page.evaluate(() =>
    // eslint-disable-next-line no-restricted-globals -- that the window refuses this very request is what is proved
    fetch('https://example.org/').then(
      () => 'answered',
      () => 'refused',
    ),
  )
  expect(refused, 'the policy refuses other machines').toBe('refused')
})

import { expect, test } from './fixtures.ts'

test('the window appears with its shell behind it', async ({ app }) => {
  // Bug it would catch: a script that the policy blocks, or a shell that does not answer.
  await expect(app.page).toHaveTitle(/Cocanvas/)
  const facts = await app.page.evaluate(() => window.cocanvas.getSystemFacts())
  expect(facts.shell).toBe(app.kind === 'web' ? 'web' : 'electron')
  expect(facts.modelFiles.map(({ owner }) => owner)).toContain('tiny')
})

test('the page reports no error and no blocked content while it loads', async ({ app }) => {
  const complaints: string[] = []
  app.page.on('pageerror', (error) => complaints.push(error.message))
  app.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await app.page.reload()
  await expect(app.page.locator('#root')).not.toBeEmpty()
  expect(complaints).toEqual([])
})

import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { zipSync } from 'fflate'
import { expect, test } from '../fixtures.ts'
import type { RunningApp } from '../shells/running-app.ts'
import { calmSettings, chooseClass, expectUnsaved, notices, paint, title, untilReady } from './editor-steps.ts'
import { projectFiles, savedLayer } from './project-reading.ts'

test.use({ settings: calmSettings })

test('hostile and damaged files get one sentence each and cost nothing', async ({ app, profile }) => {
  // Bugs it would catch: a crash, a stack trace on screen, a file written outside, memory filled by a header's promise,
  // and a document that is gone because the one that should replace it could not be read.
  const file = path.join(profile.userFolder, 'good.cocanvas')
  const { page } = app
  await untilReady(page)
  await chooseClass(page, 'water')
  await paint(page, [[-0.3, -0.2], [0.3, -0.2]]) // prettier-ignore
  await saveTo(app, file)
  const before = savedLayer(file, 'Labels')
  await chooseClass(page, 'tree')
  await paint(page, [[-0.3, 0.2], [0.3, 0.2]]) // prettier-ignore
  await expectUnsaved(page, true)

  for (const { name, bytes, says } of hostileFiles(file)) {
    const hostile = path.join(profile.userFolder, name)
    writeFileSync(hostile, bytes)
    await app.answerDialog(hostile, async () => {
      await page.keyboard.press('Control+o')
      await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
    })
    // What was said before, as of a file saved a moment ago, may still be there.
    const notice = notices(page).locator(':scope > div').filter({ hasText: says })
    await expect(notice, name).toBeVisible()
    const sentence = await notice.innerText()
    expect(sentence.trim(), 'one sentence').toMatch(/^[^\n]+[a-z]\.$/)
    expect(sentence, 'one sentence').not.toMatch(/\. [A-Z]|Error|undefined| at /)
    await expect(title(page)).toContainText('good')
    await expectUnsaved(page, true)
    await notice.getByRole('button', { name: 'Dismiss' }).click()
    await expect(notice).toHaveCount(0)
  }

  const outside = readdirSync(path.dirname(profile.userFolder), { recursive: true, encoding: 'utf8' })
  expect(outside.filter((entry) => entry.includes('escaped'))).toEqual([])
  expect(existsSync(path.join(profile.userFolder, '../../escaped.txt'))).toBe(false)
  await page.keyboard.press('Control+z')
  await expectUnsaved(page, false)
  const kept = path.join(profile.userFolder, 'kept.cocanvas')
  await saveTo(app, kept)
  expect(savedLayer(kept, 'Labels').png.equals(before.png), 'the document is as it was').toBe(true)
})

test('a hostile file from a double click leaves a working editor', async ({ launch, profile }) => {
  // Bug it would catch: a window that stays empty because the file it was started with is bad.
  const file = path.join(profile.userFolder, 'broken.cocanvas')
  writeFileSync(file, 'PK this is not a zip')
  const { page } = await launch([file])
  await untilReady(page)
  await expect(notices(page)).toContainText('broken.cocanvas')
  await chooseClass(page, 'water')
  await paint(page, [[-0.3, 0], [0.3, 0]]) // prettier-ignore
  await expectUnsaved(page, true)
})

interface HostileFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly says: RegExp
}

/** Made from a good file, so that each is wrong in one way only. */
function hostileFiles(good: string): readonly HostileFile[] {
  const files = projectFiles(good)
  const layer = Object.keys(files).find((name) => name.startsWith('layers/')) ?? ''
  const json = (name: string, change: object): Uint8Array => {
    const content: unknown = JSON.parse(Buffer.from(files[name] ?? []).toString())
    return Buffer.from(JSON.stringify(Object.assign({}, content, change)))
  }
  const whole = zipSync(files)
  return [
    {
      name: 'truncated.cocanvas',
      bytes: whole.subarray(0, Math.floor(whole.length * 0.6)),
      says: /truncated.cocanvas is/,
    },
    {
      name: 'climbing.cocanvas',
      bytes: zipSync({ ...files, '../../escaped.txt': Buffer.from('I was here') }),
      says: /climbing.cocanvas holds a file with a forbidden name/,
    },
    {
      name: 'container.cocanvas',
      bytes: zipSync({ ...files, 'project.json': json('project.json', { formatVersion: 99 }) }),
      says: /newer Cocanvas/,
    },
    {
      name: 'document.cocanvas',
      bytes: zipSync({ ...files, 'document.json': json('document.json', { formatVersion: 99 }) }),
      says: /newer Cocanvas/,
    },
    {
      name: 'huge.cocanvas',
      bytes: zipSync({ ...files, [layer]: pngPromising(65_535, 65_535) }),
      says: /huge.cocanvas/,
    },
  ]
}

/** A PNG of a few bytes whose header promises that many pixels: 4 GiB of labels. */
function pngPromising(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const chunk = (type: string, content: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), content])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(content.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(16)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

async function saveTo(app: RunningApp, file: string): Promise<void> {
  await app.answerDialog(file, () => app.page.keyboard.press('Control+Shift+s'))
  await expect.poll(() => existsSync(file)).toBe(true)
  await expectUnsaved(app.page, false)
}

import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerPage, type PageFiles } from '../../../../../electron/services/pages/page-files.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

/** A built window beside a secret. */
function pages(): PageFiles {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'renderer/assets'), { recursive: true })
  for (const file of [
    'secret.json',
    'shell.js',
    'renderer/index.html',
    'renderer/assets/main.js',
    'renderer/.env.json',
  ]) {
    writeFileSync(path.join(folder, file), file)
  }
  return { folder: path.join(folder, 'renderer'), extras: { '/shell.js': path.join(folder, 'shell.js') } }
}

async function textAt(address: string): Promise<string> {
  return new TextDecoder().decode((await answerPage(pages(), address)).body)
}

describe('the files of the window', () => {
  it('are the built ones, the page itself at the root, and the shell’s own script', async () => {
    expect(await textAt('/')).toBe('renderer/index.html')
    expect(await textAt('/assets/main.js')).toBe('renderer/assets/main.js')
    expect(await textAt('/shell.js')).toBe('shell.js')
    expect((await answerPage(pages(), '/assets/main.js')).headers['content-type']).toMatch(/^text\/javascript/)
  })

  // Bug it would catch: any file of the user's, served to whoever got into the page.
  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/assets/..\\..\\secret.json',
    '//secret.json',
    '/.env.json',
    '/assets/missing.js',
    '/assets',
    '/__proto__',
    '/constructor.js',
    '',
  ])('are nothing else: %j is not found', async (address) => {
    expect((await answerPage(pages(), address)).status).toBe(404)
  })

  // Bug it would catch: an answer without the policy, on which a page could be framed or run foreign code.
  it.each(['/', '/assets/main.js', '/missing.js'])('come with every protection: %s', async (address) => {
    const { headers } = await answerPage(pages(), address)
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
  })
})

import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyGraphFile } from '../../../../electron/packs/verify-graph-file.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const BYTES = 'a graph'
const STAGE = { file: 'match.onnx', sha256: createHash('sha256').update(BYTES).digest('hex'), bytes: BYTES.length }

describe.skipIf(process.platform === 'win32')('verifyGraphFile', () => {
  it('accepts a graph, and one behind a link inside its pack', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'real.onnx'), BYTES)
    symlinkSync('real.onnx', path.join(folder, 'match.onnx'))
    expect(await verifyGraphFile(folder, STAGE)).toBe(path.join(folder, 'match.onnx'))
  })

  it('accepts a pack whose whole folder is a link, as developers lay them', async () => {
    const parent = temporaryFolder()
    mkdirSync(path.join(parent, 'real'))
    writeFileSync(path.join(parent, 'real', 'match.onnx'), BYTES)
    symlinkSync('real', path.join(parent, 'pack'))
    await verifyGraphFile(path.join(parent, 'pack'), STAGE)
  })

  it('refuses a link that leads out of the pack, even to the right bytes', async () => {
    const folder = temporaryFolder()
    const elsewhere = path.join(temporaryFolder(), 'match.onnx')
    writeFileSync(elsewhere, BYTES)
    symlinkSync(elsewhere, path.join(folder, 'match.onnx'))
    await expect(verifyGraphFile(folder, STAGE)).rejects.toThrow('a link that leads out of the pack')
  })

  it('refuses a pipe at once', async () => {
    const folder = temporaryFolder()
    execFileSync('mkfifo', [path.join(folder, 'match.onnx')])
    await expect(verifyGraphFile(folder, STAGE)).rejects.toThrow('match.onnx of')
  })
})

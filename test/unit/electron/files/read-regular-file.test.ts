import { execFileSync } from 'node:child_process'
import { appendFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRegularFile } from '../../../../electron/files/read-regular-file.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

describe('readRegularFile', () => {
  it('reads a file whole, whatever its size', async () => {
    const file = path.join(temporaryFolder(), 'file')
    for (const length of [0, 1, 4096, 1024 * 1024, 3 * 1024 * 1024 + 7]) {
      const content = Uint8Array.from({ length }, (_, index) => (index * 31) & 255)
      writeFileSync(file, content)
      expect(Buffer.compare(await readRegularFile(file, 1e9), content)).toBe(0)
    }
  })

  it('reads no further than its limit, even when the file grows', async () => {
    const file = path.join(temporaryFolder(), 'file')
    writeFileSync(file, 'abc')
    appendFileSync(file, 'd')
    await expect(readRegularFile(file, 3)).rejects.toMatchObject({ problem: 'too-large', bytes: 4 })
  })

  it('passes the system’s error on', async () => {
    await expect(readRegularFile('/no/such/file', 9)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  // Reading one filled the memory; opening the other waited for ever and could not even be ended by a signal.
  it.skipIf(process.platform === 'win32')('refuses devices and pipes at once', async () => {
    await expect(readRegularFile('/dev/zero', 1e9)).rejects.toMatchObject({ problem: 'irregular' })
    const pipe = path.join(temporaryFolder(), 'pipe')
    execFileSync('mkfifo', [pipe])
    await expect(readRegularFile(pipe, 1e9)).rejects.toMatchObject({ problem: 'irregular' })
  })

  it('refuses folders', async () => {
    await expect(readRegularFile(temporaryFolder(), 9)).rejects.toThrow()
  })
})

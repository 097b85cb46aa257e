import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { tryFileLock, underFileLock } from '../../../../../electron/services/files/file-lock.ts'
import { bundledModule } from '../../../bundled-module.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

describe('a lock', () => {
  it('is one owner’s at a time, and the next one’s after it was released', async () => {
    const file = path.join(temporaryFolder(), 'folder', 'a.lock')
    const lock = await tryFileLock(file)
    expect(lock).toBeDefined()
    expect(await tryFileLock(file)).toBeUndefined()
    await lock?.release()
    const next = await tryFileLock(file)
    expect(next).toBeDefined()
    await next?.release()
  })

  // Bug it would catch: a lock that a killed process leaves for ever, or for as long as some clock says.
  it('of another process keeps everybody out, and ends with the process at once', async () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'a.lock')
    const module = await bundledModule('electron/services/files/file-lock.ts', folder)
    const script = `
      import { tryFileLock } from ${JSON.stringify(module)}
      globalThis.lock = await tryFileLock(${JSON.stringify(file)})
      console.log(globalThis.lock === undefined ? 'busy' : 'locked')
      setInterval(() => undefined, 1000)
    `
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
    expect([line, await tryFileLock(file)]).toEqual(['locked', undefined])
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lock = await tryFileLock(file)
    expect(lock).toBeDefined()
    await lock?.release()
  })

  it('makes steps wait for each other, and says so when one never ends', async () => {
    const file = path.join(temporaryFolder(), 'a.lock')
    let inside = 0
    const step = async (): Promise<void> => {
      expect(++inside).toBe(1)
      await new Promise((resolve) => setImmediate(resolve))
      inside -= 1
    }
    await Promise.all(Array.from({ length: 5 }, () => underFileLock(file, 'busy', step)))
    const lock = await tryFileLock(file)
    await expect(underFileLock(file, 'Somebody is busy.', step, 30)).rejects.toThrow('Somebody is busy.')
    await lock?.release()
  })
})

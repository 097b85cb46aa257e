import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const LOCK_FILE = 'double-instance'
const CALL_FILE = /^double-call-.*\.json$/

const callSchema = z.object({ argv: z.array(z.string()), workingFolder: z.string() })

/** What a second instance was started with. */
export type InstanceCall = z.infer<typeof callSchema>

/**
 * Makes this process the one instance of a profile, or tells the one there is. Everything happens at once, since the app
 * wants an answer at once.
 *
 * @param called hears of later instances
 * @returns whether this process is the one
 */
export function claimInstance(folder: string, called: (call: InstanceCall) => void): boolean {
  mkdirSync(folder, { recursive: true })
  if (!lock(path.join(folder, LOCK_FILE))) {
    tellFirstInstance(folder, { argv: process.argv, workingFolder: process.cwd() })
    return false
  }
  for (const name of readdirSync(folder).filter((file) => CALL_FILE.test(file))) rmSync(path.join(folder, name))
  watch(folder, { persistent: false }, (_kind, name) => {
    if (name === null || !CALL_FILE.test(name)) return
    const call = takeCall(path.join(folder, name))
    if (call !== undefined) called(call)
  })
  return true
}

function lock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (isRunning(Number(readFileSync(file, 'utf8')))) return false
    // Left by an instance that was killed.
    rmSync(file)
    return lock(file)
  }
}

function tellFirstInstance(folder: string, call: InstanceCall): void {
  const name = `double-call-${randomUUID()}.json`
  writeFileSync(path.join(folder, `.${name}`), JSON.stringify(call))
  // The watcher sees the name only when the file is complete.
  renameSync(path.join(folder, `.${name}`), path.join(folder, name))
}

/** A call is announced more than once by some systems; the first one takes it. */
function takeCall(file: string): InstanceCall | undefined {
  try {
    const call = callSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    rmSync(file)
    return call
  } catch {
    return undefined
  }
}

function isRunning(id: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(id, 0)
    return true
  } catch {
    return false
  }
}

import { access, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { CocanvasError } from '../../contract/error-codes.ts'
import { journalIdSchema } from '../../contract/project-journal.ts'
import { makeFolder } from '../../images/atomic-write.ts'
import { tryFileLock, tryLockInFolder, type FileLock } from '../files/file-lock.ts'
import { readJsonFile, writeJsonFile } from '../files/json-file.ts'

const FORMAT_VERSION = 1
const HEADER_FILE = 'journal.json'
const LOCK_FILE = 'journal.lock'
/** Journals that are being removed are renamed first, so that half of one is never mistaken for a whole. */
const REMOVED = '.removed-'

/** `journal.json`: what a journal is about, and which generation of its base and log is the valid one. */
const journalHeaderSchema = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  title: z.string(),
  path: z.string().optional(),
  generation: z.number().int().nonnegative(),
  /** Steps that were folded into the base; they are in no file of the user's. */
  foldedSteps: z.number().int().nonnegative().default(0),
})
export type JournalHeader = z.infer<typeof journalHeaderSchema>

const versionSchema = z.object({
  formatVersion: z
    .number()
    .int()
    .min(FORMAT_VERSION + 1),
})

/** What a journal's folder turns out to hold. A problem is one sentence that says why nothing of it can be recovered. */
export type JournalContents =
  | { readonly kind: 'journal'; readonly header: JournalHeader }
  /** Nothing was ever confirmed to be in it. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'problem'; readonly problem: string }

/** Where one journal lies: a base, a log of steps since, and a header that makes both valid at one stroke. */
export class JournalFolder {
  readonly path: string

  constructor(journalsFolder: string, journalId: string) {
    this.path = join(journalsFolder, journalIdSchema.parse(journalId))
  }

  basePath(generation: number): string {
    return join(this.path, `base-${generation}.cocanvas`)
  }

  logPath(generation: number): string {
    return join(this.path, `changes-${generation}.log`)
  }

  /** Makes the folder and takes it. @returns undefined while another one has it. */
  async lock(): Promise<FileLock | undefined> {
    await makeFolder(this.path)
    return tryFileLock(join(this.path, LOCK_FILE))
  }

  /** The same for a journal that exists. */
  lockExisting(): Promise<FileLock | undefined> {
    return tryLockInFolder(join(this.path, LOCK_FILE))
  }

  /** @throws CocanvasError when it cannot be read at all. */
  async read(): Promise<JournalContents> {
    const stored = await readJsonFile(join(this.path, HEADER_FILE))
    if (stored.kind === 'missing') return this.withoutHeader()
    if (stored.kind === 'damaged') return problem('its description (journal.json) is damaged')
    if (versionSchema.safeParse(stored.value).success)
      return problem('a newer Cocanvas wrote it, so update Cocanvas to recover it')
    const { data: header } = journalHeaderSchema.safeParse(stored.value)
    if (header === undefined) return problem('its description (journal.json) is damaged')
    for (const file of [this.basePath(header.generation), this.logPath(header.generation)]) {
      if (!(await exists(file))) return problem(`a part of it (${file.slice(this.path.length + 1)}) is missing`)
    }
    return { kind: 'journal', header }
  }

  /** One that no file in the folder bears, whatever its header says. */
  async nextGeneration(): Promise<number> {
    const used = (await readdir(this.path)).map((name) => Number(/^(?:base|changes)-(\d+)\./.exec(name)?.[1] ?? -1))
    return Math.max(-1, ...used) + 1
  }

  /** From here on the generation it names is the valid one. */
  async writeHeader(header: Omit<JournalHeader, 'formatVersion'>): Promise<void> {
    await writeJsonFile(join(this.path, HEADER_FILE), { formatVersion: FORMAT_VERSION, ...header })
  }

  /** Removes what belongs to other generations. Never fails: what is left only takes room. */
  async sweep(generation: number): Promise<void> {
    const valid = new Set([this.basePath(generation), this.logPath(generation)])
    const names = await readdir(this.path).catch(() => [])
    const parts = names.filter((name) => /^(?:base|changes)-\d+\./.test(name)).map((name) => join(this.path, name))
    const old = parts.filter((part) => !valid.has(part))
    await Promise.all(old.map((part) => rm(part, { force: true }).catch(() => undefined)))
  }

  /** Removes a generation that never became valid. */
  async forget(generation: number): Promise<void> {
    const parts = [this.basePath(generation), this.logPath(generation)]
    await Promise.all(parts.map((part) => rm(part, { force: true }).catch(() => undefined)))
  }

  /** Its lock must be released before, as Windows moves no folder with an open file. */
  async remove(): Promise<void> {
    const leaving = join(dirname(this.path), `${REMOVED}${this.path.slice(dirname(this.path).length + 1)}`)
    await rm(leaving, { recursive: true, force: true })
    const found = await rename(this.path, leaving).then(
      () => true,
      () => false,
    )
    await rm(found ? leaving : this.path, { recursive: true, force: true, maxRetries: 3 })
  }

  /** Moves what is not understood out of the way, for people and later versions. @returns where it is now. */
  async setAside(folder: string): Promise<string> {
    await makeFolder(folder)
    for (let attempt = 0; ; attempt++) {
      const target = join(
        folder,
        `${this.path.slice(dirname(this.path).length + 1)}${attempt === 0 ? '' : `-${attempt}`}`,
      )
      if (await exists(target)) continue
      await rename(this.path, target)
      return target
    }
  }

  /** The header is written after the empty log, so steps without a header mean that the header was removed. */
  private async withoutHeader(): Promise<JournalContents> {
    const logs = (await readdir(this.path).catch(() => [])).filter((name) => name.endsWith('.log'))
    for (const log of logs) {
      const status = await stat(join(this.path, log)).catch(() => undefined)
      if (log !== 'changes-0.log' || (status !== undefined && status.size > 0))
        return problem('its description (journal.json) is missing')
    }
    return { kind: 'empty' }
  }
}

/** Removes what interrupted removals left. */
export async function sweepRemoved(journalsFolder: string): Promise<void> {
  const names = await readdir(journalsFolder).catch(() => [])
  const removed = names.filter((name) => name.startsWith(REMOVED)).map((name) => join(journalsFolder, name))
  await Promise.all(removed.map((folder) => rm(folder, { recursive: true, force: true }).catch(() => undefined)))
}

/** What to say to somebody who wants a journal that cannot be read. */
export function unrecoverable(problem: string): CocanvasError {
  return new CocanvasError('bad-request', `This document cannot be recovered: ${problem}.`)
}

function problem(text: string): JournalContents {
  return { kind: 'problem', problem: text }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { journalIdSchema } from '../../contract/project-journal.ts'
import { readJsonFile, writeJsonFile } from '../files/json-file.ts'
import { journalOwnerSchema } from './journal-owner.ts'

/** `journal.json`: what a journal is about, and which generation of its base and log is the valid one. */
const journalHeaderSchema = z.object({
  formatVersion: z.literal(1),
  title: z.string(),
  path: z.string().optional(),
  generation: z.number().int().nonnegative(),
  owner: journalOwnerSchema,
})
export type JournalHeader = z.infer<typeof journalHeaderSchema>

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

  async readHeader(): Promise<JournalHeader | undefined> {
    return journalHeaderSchema.safeParse(await readJsonFile(join(this.path, 'journal.json'))).data
  }

  /** From here on the generation it names is the valid one. */
  async writeHeader(header: JournalHeader): Promise<void> {
    await writeJsonFile(join(this.path, 'journal.json'), header)
  }

  /** Removes what belongs to other generations. */
  async sweep(generation: number): Promise<void> {
    const valid = new Set([this.basePath(generation), this.logPath(generation), join(this.path, 'journal.json')])
    const files = (await readdir(this.path)).map((file) => join(this.path, file))
    await Promise.all(files.filter((file) => !valid.has(file)).map((file) => rm(file, { force: true })))
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true })
  }
}

import { access, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ProjectFile, RecentProject } from '../../contract/project-content.ts'
import { writeFileAtomically } from '../../images/atomic-write.ts'
import { readJsonFile, writeJsonFile } from '../files/json-file.ts'
import { TurnQueue } from '../files/turn-queue.ts'
import type { ProjectFiles } from './project-files.ts'

const MAX_RECENT = 20

const recentEntrySchema = z.object({ path: z.string().min(1), openedAt: z.iso.datetime() })
type RecentList = z.infer<typeof recentEntrySchema>[]

/**
 * The list of projects opened or saved before, with thumbnails, in `recent/` of the data folder. It is a convenience: that
 * it cannot be read or written on a full or locked disk fails nothing that a user does.
 */
export class RecentProjects {
  private readonly folder: string
  private readonly files: ProjectFiles
  private readonly turns = new TurnQueue()

  constructor(dataFolder: string, files: ProjectFiles) {
    this.folder = join(dataFolder, 'recent')
    this.files = files
  }

  /** Newest first; empty when it cannot be read. */
  async list(): Promise<RecentProject[]> {
    return Promise.all(
      (await this.read().catch(() => [])).map(async ({ path, openedAt }) => {
        const file = this.files.register(path)
        const missing = await access(path).then(
          () => false,
          () => true,
        )
        const thumbnail = await readFile(this.thumbnailPath(file)).then(
          (bytes) => new Uint8Array(bytes),
          () => undefined,
        )
        return { file, openedAt, missing, ...(thumbnail === undefined ? {} : { thumbnail }) }
      }),
    )
  }

  /** Puts a project at the head of the list, where it can be written. Never rejects. */
  note(path: string, thumbnail: Uint8Array | undefined, now = new Date()): Promise<void> {
    const noted = this.turns.run(async () => {
      const file = this.files.register(path)
      const kept = (await this.read()).filter((entry) => entry.path !== path).slice(0, MAX_RECENT - 1)
      await this.write([{ path, openedAt: now.toISOString() }, ...kept])
      if (thumbnail !== undefined) await writeFileAtomically(this.thumbnailPath(file), thumbnail)
    })
    return noted.catch(() => undefined)
  }

  forget(fileId: string): Promise<void> {
    return this.turns.run(async () => {
      const file = this.files.register(this.files.pathOf(fileId))
      await this.write((await this.read()).filter((entry) => this.files.register(entry.path).id !== fileId))
      await rm(this.thumbnailPath(file), { force: true })
    })
  }

  /** @throws CocanvasError when it is there and cannot be read; it must not be taken for empty then and overwritten. */
  private async read(): Promise<RecentList> {
    const stored = await readJsonFile(this.listPath)
    const entries = z.array(z.unknown()).safeParse(stored.kind === 'value' ? stored.value : undefined).data ?? []
    return entries.flatMap((entry) => recentEntrySchema.safeParse(entry).data ?? [])
  }

  private async write(list: RecentList): Promise<void> {
    await writeJsonFile(this.listPath, list)
  }

  private get listPath(): string {
    return join(this.folder, 'recent.json')
  }

  private thumbnailPath(file: ProjectFile): string {
    return join(this.folder, `${file.id}.thumbnail`)
  }
}

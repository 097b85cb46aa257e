import { access, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ProjectFile, RecentProject } from '../../contract/project-content.ts'
import { writeFileAtomically } from '../../images/atomic-write.ts'
import { readJsonFile, writeJsonFile } from '../files/json-file.ts'
import { TurnQueue } from '../files/turn-queue.ts'
import type { ProjectFiles } from './project-files.ts'

const MAX_RECENT = 20

const recentListSchema = z.array(z.object({ path: z.string().min(1), openedAt: z.iso.datetime() })).catch([])
type RecentList = z.infer<typeof recentListSchema>

/** The list of projects opened or saved before, with thumbnails, in `recent/` of the data folder. */
export class RecentProjects {
  private readonly folder: string
  private readonly files: ProjectFiles
  private readonly turns = new TurnQueue()

  constructor(dataFolder: string, files: ProjectFiles) {
    this.folder = join(dataFolder, 'recent')
    this.files = files
  }

  /** Newest first. */
  async list(): Promise<RecentProject[]> {
    return Promise.all(
      (await this.read()).map(async ({ path, openedAt }) => {
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

  /** Puts a project at the head of the list. */
  note(path: string, thumbnail: Uint8Array | undefined, now = new Date()): Promise<void> {
    return this.turns.run(async () => {
      const file = this.files.register(path)
      const kept = (await this.read()).filter((entry) => entry.path !== path).slice(0, MAX_RECENT - 1)
      await this.write([{ path, openedAt: now.toISOString() }, ...kept])
      if (thumbnail !== undefined) await writeFileAtomically(this.thumbnailPath(file), thumbnail)
    })
  }

  forget(fileId: string): Promise<void> {
    return this.turns.run(async () => {
      const file = this.files.register(this.files.pathOf(fileId))
      await this.write((await this.read()).filter((entry) => this.files.register(entry.path).id !== fileId))
      await rm(this.thumbnailPath(file), { force: true })
    })
  }

  private async read(): Promise<RecentList> {
    return recentListSchema.parse(await readJsonFile(join(this.folder, 'recent.json')))
  }

  private async write(list: RecentList): Promise<void> {
    await writeJsonFile(join(this.folder, 'recent.json'), list)
  }

  private thumbnailPath(file: ProjectFile): string {
    return join(this.folder, `${file.id}.thumbnail`)
  }
}

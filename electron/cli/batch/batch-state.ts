import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeFileAtomically } from '../../images/atomic-write.ts'
import { sha256 } from '../output/digest.ts'

const STATE_FILE = '.cocanvas-batch.json'

const stateSchema = z.object({
  formatVersion: z.literal(1),
  /** Per picture: what it was made from, and what was written. */
  pictures: z.record(z.string(), z.object({ key: z.string(), sha256: z.string() })),
})
type Pictures = z.infer<typeof stateSchema>['pictures']

/**
 * What an earlier, perhaps interrupted, run has finished: a file beside the pictures. A picture counts as finished
 * only while both its inputs and its own bytes are those recorded, so that edited files are made anew.
 */
export class BatchState {
  readonly #folder: string
  readonly #pictures: Pictures

  private constructor(folder: string, pictures: Pictures) {
    this.#folder = folder
    this.#pictures = pictures
  }

  /** An unreadable or foreign state file counts as none: everything is then made again, which is always right. */
  static async open(folder: string): Promise<BatchState> {
    try {
      const text = await readFile(join(folder, STATE_FILE), 'utf8')
      return new BatchState(folder, { ...stateSchema.parse(JSON.parse(text)).pictures })
    } catch {
      return new BatchState(folder, {})
    }
  }

  /** The SHA-256 of a finished picture, or undefined when it has to be made. */
  async finished(file: string, key: string): Promise<string | undefined> {
    const entry = Object.hasOwn(this.#pictures, file) ? this.#pictures[file] : undefined
    if (entry?.key !== key) return undefined
    const bytes = await readFile(join(this.#folder, file)).catch(() => undefined)
    return bytes !== undefined && sha256(bytes) === entry.sha256 ? entry.sha256 : undefined
  }

  /** Records a picture that is on the disk. @throws ImageError `unwritable` */
  async record(file: string, key: string, digest: string): Promise<void> {
    this.#pictures[file] = { key, sha256: digest }
    const state: z.infer<typeof stateSchema> = { formatVersion: 1, pictures: this.#pictures }
    await writeFileAtomically(join(this.#folder, STATE_FILE), Buffer.from(`${JSON.stringify(state, undefined, 1)}\n`))
  }
}

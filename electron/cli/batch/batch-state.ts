import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeFileAtomically } from '../../images/atomic-write.ts'
import { sha256 } from '../output/digest.ts'
import type { Shard } from './shard.ts'

/** One file of a whole batch, one of each shard: shards run at the same time, and none may overwrite what another noted. */
const STATE_FILES = /^\.cocanvas-batch(-\d+-of-\d+)?\.json$/

function stateFile(shard: Shard | undefined): string {
  return shard === undefined
    ? '.cocanvas-batch.json'
    : `.cocanvas-batch-${String(shard.part)}-of-${String(shard.of)}.json`
}

const stateSchema = z.object({
  formatVersion: z.literal(1),
  /** Per picture: what it was made from, and what was written. */
  pictures: z.record(z.string(), z.object({ key: z.string(), sha256: z.string() })),
})
type Pictures = Map<string, z.infer<typeof stateSchema>['pictures'][string]>

/**
 * What earlier, perhaps interrupted, runs have finished: files beside the pictures. A picture counts as finished
 * only while both its inputs and its own bytes are those recorded, so that edited files are made anew.
 */
export class BatchState {
  readonly #folder: string
  readonly #file: string
  /** What this run and its predecessors of the same shard have made. */
  readonly #own: Pictures
  readonly #others: readonly Pictures[]

  private constructor(folder: string, file: string, own: Pictures, others: readonly Pictures[]) {
    this.#folder = folder
    this.#file = file
    this.#own = own
    this.#others = others
  }

  /** An unreadable or foreign state file counts as none: everything is then made again, which is always right. */
  static async open(folder: string, shard: Shard | undefined): Promise<BatchState> {
    const file = stateFile(shard)
    const names = (await readdir(folder).catch(() => [])).filter((name) => STATE_FILES.test(name) && name !== file)
    const others = await Promise.all(names.map((name) => readPictures(join(folder, name))))
    return new BatchState(folder, file, await readPictures(join(folder, file)), others)
  }

  /** The SHA-256 of a finished picture, or undefined when it has to be made. */
  async finished(file: string, key: string): Promise<string | undefined> {
    const entry = [this.#own, ...this.#others].map((pictures) => pictures.get(file)).find((made) => made?.key === key)
    if (entry === undefined) return undefined
    const bytes = await readFile(join(this.#folder, file)).catch(() => undefined)
    return bytes !== undefined && sha256(bytes) === entry.sha256 ? entry.sha256 : undefined
  }

  /** Records a picture that is on the disk. @throws ImageError `unwritable` */
  async record(file: string, key: string, digest: string): Promise<void> {
    this.#own.set(file, { key, sha256: digest })
    const state: z.infer<typeof stateSchema> = { formatVersion: 1, pictures: Object.fromEntries(this.#own) }
    await writeFileAtomically(join(this.#folder, this.#file), Buffer.from(`${JSON.stringify(state, undefined, 1)}\n`))
  }
}

async function readPictures(path: string): Promise<Pictures> {
  try {
    return new Map(Object.entries(stateSchema.parse(JSON.parse(await readFile(path, 'utf8'))).pictures))
  } catch {
    return new Map()
  }
}

import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { executionProviderSchema, type ExecutionProvider } from '../../contract/execution-provider.ts'

const memorySchema = z.object({
  formatVersion: z.literal(1),
  /** Runtime, platform and pack the choice holds for; anything else is measured anew. */
  situation: z.string(),
  chosen: executionProviderSchema.optional(),
  /** Providers whose test never came back: the process died in it, so they are not tried again. */
  fatal: z.array(executionProviderSchema),
  testing: executionProviderSchema.optional(),
})
type Memory = z.infer<typeof memorySchema>

/**
 * Remembers a self-test's choice in a small file, and which provider was being tested, since a bad driver may take the
 * process down with it. Losing the file costs a self-test, so unreadable content counts as absent.
 */
export class ProviderMemory {
  readonly #path: string | undefined
  readonly #situation: string
  #memory: Memory

  private constructor(path: string | undefined, situation: string, memory: Memory) {
    this.#path = path
    this.#situation = situation
    this.#memory = memory
  }

  /** @param path undefined = nothing is remembered beyond this process */
  static async open(path: string | undefined, situation: string): Promise<ProviderMemory> {
    const stored = path === undefined ? undefined : await readMemory(path)
    const empty: Memory = { formatVersion: 1, situation, fatal: [] }
    if (stored?.situation !== situation) return new ProviderMemory(path, situation, empty)
    const { testing, ...rest } = stored
    const fatal = testing === undefined ? rest.fatal : [...new Set([...rest.fatal, testing])]
    return new ProviderMemory(path, situation, { ...rest, fatal })
  }

  get chosen(): ExecutionProvider | undefined {
    return this.#memory.chosen
  }

  /** Whether an earlier test of this provider ended the process. */
  isFatal(provider: ExecutionProvider): boolean {
    return this.#memory.fatal.includes(provider)
  }

  async beginTest(provider: ExecutionProvider): Promise<void> {
    await this.#write({ formatVersion: 1, situation: this.#situation, fatal: this.#memory.fatal, testing: provider })
  }

  async choose(provider: ExecutionProvider): Promise<void> {
    await this.#write({ formatVersion: 1, situation: this.#situation, fatal: this.#memory.fatal, chosen: provider })
  }

  async #write(memory: Memory): Promise<void> {
    this.#memory = memory
    // A read-only data folder only means that the next start measures again.
    if (this.#path !== undefined) await writeWhole(this.#path, JSON.stringify(memory)).catch(() => undefined)
  }
}

async function readMemory(path: string): Promise<Memory | undefined> {
  try {
    return memorySchema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data
  } catch {
    return undefined
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  const file = await open(temporary, 'w')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}

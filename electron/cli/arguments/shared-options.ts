import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { providerOptionSchema, wholeNumberSchema } from './option-schemas.ts'
import type { OptionTable } from './option-table.ts'

/** Beyond this, more threads cost memory and gain little on graphs of our size. */
const MAX_DEFAULT_THREADS = 4

/** Options of every command that runs graphs. */
export const ENGINE_OPTIONS = {
  provider: { value: 'NAME', description: 'auto, cpu, cuda, directml, coreml or webgpu; auto measures and picks' },
  threads: { value: 'N', description: 'threads inside one operator, 1 to 16' },
} as const satisfies OptionTable

/** Their values. */
export const engineValuesSchema = z.object({
  provider: providerOptionSchema.default('auto'),
  threads: wholeNumberSchema('threads', 1, 16).default(() => Math.min(MAX_DEFAULT_THREADS, availableParallelism())),
})

/** The switch of every command with a machine-readable answer. */
export const JSON_OPTION = {
  json: { description: 'print one JSON object on stdout and nothing else' },
} as const satisfies OptionTable

/** The pack that commands use unless told otherwise. */
export const DEFAULT_PACK = 'landscape'

export const PACK_OPTION = {
  pack: { value: 'ID', description: `pack to use, ${DEFAULT_PACK} unless given; "cocanvas packs" lists them` },
} as const satisfies OptionTable

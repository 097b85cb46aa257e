import { z } from 'zod'

/** What runs the graphs. `cpu` exists everywhere and is the reference the others are measured against. */
export const executionProviderSchema = z.enum(['cpu', 'cuda', 'directml', 'coreml', 'webgpu'])
export type ExecutionProvider = z.infer<typeof executionProviderSchema>

/** A user's wish: a provider by name, or `auto` for the fastest that passes the self-test. */
export const providerPreferenceSchema = z.enum(['auto', ...executionProviderSchema.options])
export type ProviderPreference = z.infer<typeof providerPreferenceSchema>

/** One provider's row in a self-test, measured with one pack against the CPU. */
export const selfTestRowSchema = z.object({
  provider: executionProviderSchema,
  outcome: z.enum(['passed', 'wrong-result', 'failed', 'unavailable']),
  /** Median time of one picture in milliseconds; absent unless it ran. */
  milliseconds: z.number().nonnegative().optional(),
  /** Mean absolute difference from the CPU's picture in −1..1 units; absent unless it ran. */
  meanDifference: z.number().nonnegative().optional(),
  /** One sentence for the settings page and `doctor`. */
  message: z.string(),
})
export type SelfTestRow = z.infer<typeof selfTestRowSchema>

/** The whole self-test and what follows from it. */
export const selfTestReportSchema = z.object({
  packId: z.string(),
  rows: z.array(selfTestRowSchema),
  chosen: executionProviderSchema,
})
export type SelfTestReport = z.infer<typeof selfTestReportSchema>

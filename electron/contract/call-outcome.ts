import { z } from 'zod'
import { errorCodeSchema } from './error-codes.ts'

/** How a call ended, as it crosses a process border: errors travel as code and sentence, never as stacks. */
export const callOutcomeSchema = z.discriminatedUnion('ok', [
  // Nothing is a value too, and JSON leaves it out.
  z.object({ ok: z.literal(true), value: z.unknown().optional() }),
  z.object({ ok: z.literal(false), code: errorCodeSchema, message: z.string() }),
])
export type CallOutcome = z.infer<typeof callOutcomeSchema>

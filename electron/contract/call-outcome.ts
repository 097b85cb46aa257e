import { z } from 'zod'
import { errorCodeSchema } from './error-codes.ts'

/** How a call ended, as it crosses a process border: errors travel as code and sentence, never as stacks. */
export const callOutcomeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), code: errorCodeSchema, message: z.string() }),
])
export type CallOutcome = z.infer<typeof callOutcomeSchema>

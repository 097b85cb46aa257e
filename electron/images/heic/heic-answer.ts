import { z } from 'zod'

/** What a HEIC file is, as the worker tells it. */
export const heicAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tiff'), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  /** Pixels, as the header declares them. */
  z.object({ kind: z.literal('too-large'), width: z.number(), height: z.number() }),
  z.object({ kind: z.literal('damaged') }),
])
export type HeicAnswer = z.infer<typeof heicAnswerSchema>

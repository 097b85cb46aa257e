import { z } from 'zod'

/** Part `part` (from 1) of `of` equal parts. */
export interface Shard {
  readonly part: number
  readonly of: number
}

/** `2/8`. */
export const shardOptionSchema = z.string().transform((text, context): Shard => {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text)
  const part = Number(match?.[1])
  const of = Number(match?.[2])
  if (part >= 1 && part <= of) return { part, of }
  context.addIssue({
    code: 'custom',
    message: `--shard ${text} is no part of a whole: write PART/PARTS such as 2/8, from 1/8 to 8/8.`,
  })
  return z.NEVER
})

import { z } from 'zod'
import { MAXIMUM_IMAGE_SIDE, type ImageSize } from '../../contract/image-size.ts'
import { providerPreferenceSchema } from '../../contract/execution-provider.ts'

/** `256` (a square) or `640x384`. */
export const sizeOptionSchema = z.string().transform((text, context): ImageSize => {
  const match = /^(\d{1,5})(?:[x×X](\d{1,5}))?$/.exec(text)
  const width = Number(match?.[1])
  const height = Number(match?.[2] ?? match?.[1])
  if (match === null || width < 1 || height < 1 || Math.max(width, height) > MAXIMUM_IMAGE_SIDE) {
    context.addIssue({
      code: 'custom',
      message: `--size ${text} is no size: write 256, 512 or WIDTHxHEIGHT such as 640x384.`,
    })
    return z.NEVER
  }
  return { width, height }
})

/** A whole number of an option, with a sentence for anything else. */
export function wholeNumberSchema(name: string, minimum: number, maximum: number): z.ZodType<number, string> {
  return z.string().transform((text, context) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
    if (value >= minimum && value <= maximum) return value
    const range = `from ${String(minimum)} to ${String(maximum)}`
    context.addIssue({ code: 'custom', message: `--${name} ${text} is not a whole number ${range}.` })
    return z.NEVER
  })
}

const providers = providerPreferenceSchema.options

/** A provider by name, or `auto`. */
export const providerOptionSchema = z.enum(providers, {
  error: ({ input }) => `--provider ${String(input)} is not known: choose one of ${providers.join(', ')}.`,
})

import { z } from 'zod'
import { MAKEUP_PARTS } from '../../contract/makeup-parts.ts'
import { wholeNumberSchema } from '../arguments/option-schemas.ts'
import { engineValuesSchema } from '../arguments/shared-options.ts'

/** A number with a point, such as 0.8. */
function shareSchema(name: string, maximum: number): z.ZodType<number, string> {
  return z.string().transform((text, context) => {
    const value = /^\d{1,3}(?:\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN
    if (value >= 0 && value <= maximum) return value
    context.addIssue({ code: 'custom', message: `--${name} ${text} is not a number from 0 to ${String(maximum)}.` })
    return z.NEVER
  })
}

const strength = (name: string): z.ZodOptional<z.ZodType<number, string>> => shareSchema(name, 1.5).optional()

/** Option values of `cocanvas makeup`. */
export const makeupValuesSchema = engineValuesSchema.extend({
  photo: z.string(),
  exemplar: z.string(),
  out: z.string(),
  keepLook: z.string().optional(),
  strength: shareSchema('strength', 1.5).default(1),
  foundation: strength('foundation'),
  blush: strength('blush'),
  shadow: strength('shadow'),
  paint: strength('paint'),
  liner: strength('liner'),
  lips: strength('lips'),
  only: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(MAKEUP_PARTS, { error: `--only takes parts: ${MAKEUP_PARTS.join(', ')}.` })))
    .optional(),
  eyesFrom: z.string().optional(),
  lipsFrom: z.string().optional(),
  skinFrom: z.string().optional(),
  tone: shareSchema('tone', 1).default(0),
  swapSides: z.boolean().default(false),
  allFaces: z.boolean().default(false),
  face: wholeNumberSchema('face', 1, 100).optional(),
  quality: wholeNumberSchema('quality', 1, 100).default(95),
  json: z.boolean().default(false),
})
export type MakeupValues = z.infer<typeof makeupValuesSchema>

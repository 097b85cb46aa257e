import { z } from 'zod'

import {
  MAKEUP_PARTS,
  makeupPartSchema,
  partStrengthSchema,
  type MakeupPart,
} from '../../../electron/contract/makeup-parts.ts'

/** Where a part's make-up comes from: a photo of the library, a kept look (`look-…`), or `bare`, which takes colour off. */
export const makeUpSourceSchema = z.string().regex(/^(bare|(sample|own|look)-[a-z0-9][a-z0-9-]{0,80})$/)

const colourShiftSchema = z.object({
  lightness: z.number().min(-50).max(50),
  a: z.number().min(-60).max(60),
  b: z.number().min(-60).max(60),
})
export type ColourShift = Readonly<z.infer<typeof colourShiftSchema>>

const partSchema = z.object({ strength: partStrengthSchema, source: makeUpSourceSchema.nullable() })

/** What one face wears. */
export const makeUpLookSchema = z.object({
  /** Strength of everything; each part's own is multiplied by it. */
  strength: partStrengthSchema,
  parts: z.record(makeupPartSchema, partSchema),
  /** 0 keeps the person's skin tone, 1 takes the exemplar's. */
  tone: z.number().min(0).max(1),
  swapSides: z.boolean(),
  shifts: z.object({ lips: colourShiftSchema, shadow: colourShiftSchema }),
})
export type MakeUpLook = Readonly<z.infer<typeof makeUpLookSchema>>

/** Looks by the position of their face, largest first. */
export const makeUpLooksSchema = z.record(z.string().regex(/^\d{1,2}$/), makeUpLookSchema)
export type MakeUpLooks = Readonly<z.infer<typeof makeUpLooksSchema>>

const NO_SHIFT: ColourShift = { lightness: 0, a: 0, b: 0 }

function everyPart(part: (name: MakeupPart) => MakeUpLook['parts'][MakeupPart]): MakeUpLook['parts'] {
  const [foundation, blush, shadow, paint, liner, lips] = MAKEUP_PARTS
  return {
    [foundation]: part(foundation),
    [blush]: part(blush),
    [shadow]: part(shadow),
    [paint]: part(paint),
    [liner]: part(liner),
    [lips]: part(lips),
  }
}

/** A face as it is: nothing chosen, all strengths ready at 1. */
export const BARE_LOOK: MakeUpLook = {
  strength: 1,
  parts: everyPart(() => ({ strength: 1, source: null })),
  tone: 0,
  swapSides: false,
  shifts: { lips: NO_SHIFT, shadow: NO_SHIFT },
}

/** The look of a face; a bare one if it has none yet. */
export function lookOf(looks: MakeUpLooks, face: number): MakeUpLook {
  return looks[String(face)] ?? BARE_LOOK
}

/** All parts from one source; strengths stay. */
export function wearing(look: MakeUpLook, source: string | null): MakeUpLook {
  return { ...look, parts: everyPart((part) => ({ ...look.parts[part], source })) }
}

export function withPart(
  look: MakeUpLook,
  part: MakeupPart,
  change: Partial<MakeUpLook['parts'][MakeupPart]>,
): MakeUpLook {
  return { ...look, parts: { ...look.parts, [part]: { ...look.parts[part], ...change } } }
}

/** The look with this part alone; all others are taken off. */
export function onlyPart(look: MakeUpLook, part: MakeupPart): MakeUpLook {
  return {
    ...look,
    parts: everyPart((each) => ({ ...look.parts[each], strength: each === part ? look.parts[each].strength : 0 })),
  }
}

/** The one source of all parts; undefined where they have several, or none. */
export function commonSource({ parts }: MakeUpLook): string | undefined {
  const sources = new Set(MAKEUP_PARTS.map((part) => parts[part].source))
  const [first] = sources
  return sources.size === 1 && first !== null ? first : undefined
}

/** Every source that some look names, each once. */
export function sourcesOf(looks: MakeUpLooks): readonly string[] {
  const all = Object.values(looks).flatMap(({ parts }) => MAKEUP_PARTS.map((part) => parts[part].source))
  return [...new Set(all)].filter((source) => source !== null)
}

import { z } from 'zod'

/** Where something was looked for: in the photo that is made up, or in one that lends its make-up. */
const roleSchema = z.enum(['photo', 'exemplar'])
export type MakeUpRole = z.infer<typeof roleSchema>

const seenPartSchema = z.enum(['lips', 'lids', 'skin'])
export type SeenPart = z.infer<typeof seenPartSchema>

const pixelsSchema = z.number().int().nonnegative()

/** What could not be done, as a code: the window says it in the user's language, the command line in English. */
export const makeUpNoticeSchema = z.discriminatedUnion('kind', [
  /** No face was found; `least` is how wide one must be, in pixels. */
  z.object({ kind: z.literal('no-face'), role: roleSchema, least: pixelsSchema }),
  z.object({ kind: z.literal('small-face'), role: roleSchema, pixels: pixelsSchema, least: pixelsSchema }),
  /** The photo shows a face without any texture, as drawings have it. */
  z.object({ kind: z.literal('drawing') }),
  /** An exemplar wears hardly anything. */
  z.object({ kind: z.literal('little-make-up') }),
  /** Lines and paint were to be taken off. */
  z.object({ kind: z.literal('lines-stay') }),
  /** Parts that can hardly be seen. */
  z.object({ kind: z.literal('hidden'), role: roleSchema, parts: z.array(seenPartSchema).min(1) }),
])
export type MakeUpNotice = z.infer<typeof makeUpNoticeSchema>

/** Whether a photo or an exemplar cannot be used at all. */
export function preventsMakeUp({ kind }: MakeUpNotice): boolean {
  return kind === 'no-face' || kind === 'small-face'
}

/** One English sentence that says what is wrong and, where something can be done, how to mend it. */
export function makeUpSentence(notice: MakeUpNotice): string {
  switch (notice.kind) {
    case 'no-face':
      return `No face was found in the ${notice.role}; choose a photograph that shows a face whole and at least ${notice.least} pixels wide.`
    case 'small-face':
      return `The face in the ${notice.role} is only ${notice.pixels} pixels wide; choose a photo in which it has at least ${notice.least}.`
    case 'drawing':
      return 'The face in the photo looks drawn; make-up is made for photographs and may not suit it.'
    case 'little-make-up':
      return 'The exemplar wears hardly any make-up, so little changes.'
    case 'lines-stay':
      return 'Lines and paint cannot be taken off, because the photo does not show the skin under them.'
    case 'hidden':
      return `The ${notice.parts.join(' and ')} can hardly be seen in the ${notice.role}, so little changes there.`
  }
}

import { z } from 'zod'
import type { Exemplar } from '../generation-request.ts'
import { labelMapSchema } from '../label-map.ts'
import { makeupPartSchema, type MakeupPart } from '../makeup-parts.ts'
import { isExemplar, makeUpSourceSchema, type MakeUpPreset } from './make-up.ts'
import type { NamedPhotos } from './named-photos.ts'

const recipe = { recipe: z.literal('make-up') }
/** A newer question of the same view replaces a waiting one. */
const view = { viewId: z.string().min(1).max(200) }

/**
 * What the host can say beside painting: where the parts of a photo's faces are, and the make-up of a look as a file. Both
 * are answered from what a request has made known already, or computed.
 */
export const remoteMakeUpQuestionSchema = z.discriminatedUnion('wanted', [
  z.object({ ...recipe, ...view, wanted: z.literal('parts'), photoId: z.string().min(1).max(100) }),
  z.object({
    ...recipe,
    ...view,
    wanted: z.literal('preset'),
    /** Whose make-up each part keeps; absent parts are empty. */
    worn: z.partialRecord(makeupPartSchema, makeUpSourceSchema),
  }),
])
type RemoteMakeUpQuestion = z.infer<typeof remoteMakeUpQuestionSchema>

export const makeUpAnswerSchema = z.object({
  ...recipe,
  /** To `parts`: a label (face-part-labels.ts) for every pixel of the sent photo, as found. */
  parts: labelMapSchema.optional(),
  /** To `preset`: a file (electron/makeup/presets). */
  preset: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'must be a Uint8Array').optional(),
})
export type MakeUpAnswer = z.infer<typeof makeUpAnswerSchema>

/** A question with its photos in it. */
export type MakeUpQuestion = { readonly viewId: string } & (
  | { readonly wanted: 'parts'; readonly photo: Exemplar }
  | { readonly wanted: 'preset'; readonly worn: Readonly<Partial<Record<MakeupPart, Exemplar | MakeUpPreset>>> }
)

export function makeUpQuestionPhotos(question: MakeUpQuestion): readonly Exemplar[] {
  if (question.wanted === 'parts') return [question.photo]
  return [...new Set(Object.values(question.worn).filter(isExemplar))]
}

/** The question as it is sent: photos by their names. */
export function remoteMakeUpQuestion(question: MakeUpQuestion, { idOf }: NamedPhotos): RemoteMakeUpQuestion {
  const { viewId } = question
  if (question.wanted === 'parts') return { recipe: 'make-up', viewId, wanted: 'parts', photoId: idOf(question.photo) }
  const worn = Object.fromEntries(
    Object.entries(question.worn).map(([part, from]) => [part, isExemplar(from) ? { exemplarId: idOf(from) } : from]),
  )
  return { recipe: 'make-up', viewId, wanted: 'preset', worn }
}

import { z } from 'zod'
import type { Exemplar } from '../generation-request.ts'
import { stageTimingSchema } from '../generation-result.ts'
import { makeupPartSchema, partStrengthSchema, type MakeupPart } from '../makeup-parts.ts'
import { photoPatchSchema } from '../photo-patch.ts'
import { photoPixelsSchema } from '../photo-pixels.ts'
import { makeUpNoticeSchema } from './make-up-notice.ts'
import type { NamedPhotos } from './named-photos.ts'

/**
 * Make-up of exemplar photos on the faces of a photo. No pack is needed: faces are found by the annotators `face-detector`,
 * `face-mesh`, `face-iris`, `hair` and `face-parts` (which may be missing), the rest is computed. Faces and make-up stay
 * known to the host, so that a request that differs in strengths alone costs little.
 */
const recipe = { recipe: z.literal('make-up') }

const colourShiftSchema = z.object({
  lightness: z.number().min(-50).max(50),
  a: z.number().min(-60).max(60),
  b: z.number().min(-60).max(60),
})

const choicesSchema = z.object({
  /** Positions in the result's list of faces, largest first. */
  faces: z.union([z.enum(['largest', 'all']), z.array(z.number().int().nonnegative()).max(100)]),
  /** 0 keeps the person's own skin tone, 1 takes the exemplar's. */
  tone: z.number().min(0).max(1),
  /** The exemplar's left half goes to the face's right one. */
  swapSides: z.boolean(),
  /** Added to L*, a*, b* of the part's colour. */
  shifts: z.object({ lips: colourShiftSchema.optional(), shadow: colourShiftSchema.optional() }),
})

/** A stored look (electron/makeup/presets): make-up without the person who wore it. */
const presetSchema = z.object({
  preset: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'must be a Uint8Array'),
})
export type MakeUpPreset = Readonly<z.infer<typeof presetSchema>>

/** Whose make-up a part takes. */
export const makeUpSourceSchema = z.union([z.object({ exemplarId: z.string().min(1).max(100) }), presetSchema])

const remotePartSchema = z.object({
  strength: partStrengthSchema,
  /** `bare` takes colour off instead. */
  from: z.union([makeUpSourceSchema, z.literal('bare')]),
})

const settingsSchema = z.object({
  ...recipe,
  viewId: z.string().min(1).max(200),
  revision: z.number().int().nonnegative(),
  /** The same photo at the size, depth and colour space wanted; absent = the sent photo itself, as for a live view. */
  full: photoPixelsSchema.optional(),
  /** Gives each part as a patch of its own, so that a layered file can hold them; laid over each other they are the whole. */
  apart: z.boolean().optional(),
})

export const remoteMakeUpRequestSchema = settingsSchema.extend({
  /** Where the photo's condition holds labels (face-part-labels.ts), a person has corrected what was found. */
  photoId: z.string().min(1).max(100),
  /** A face is made up by the first look that names it. */
  looks: z.array(choicesSchema.extend({ parts: z.partialRecord(makeupPartSchema, remotePartSchema) })).max(100),
})
export type RemoteMakeUpRequest = z.infer<typeof remoteMakeUpRequestSchema>

/** What one part is made of. */
export interface PartChoice {
  readonly strength: number
  readonly from: Exemplar | MakeUpPreset | 'bare'
}

export interface MakeUpLook extends Readonly<z.infer<typeof choicesSchema>> {
  readonly parts: Readonly<Partial<Record<MakeupPart, PartChoice>>>
}

/** A request with its photos in it; conditions are `none`, but for a photo whose parts were corrected: then `labels`. */
export interface MakeUpRequest extends Readonly<z.infer<typeof settingsSchema>> {
  readonly photo: Exemplar
  readonly looks: readonly MakeUpLook[]
}

const routingSchema = z.object({ ...recipe, viewId: z.string(), revision: z.number().int().nonnegative() })

/** The faces of the photo, sent before they are made up: where each is, in pixels of the sent photo. */
export const makeUpPreviewSchema = routingSchema.extend({
  faces: z.array(z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })),
})

export const makeUpResultSchema = makeUpPreviewSchema.extend({
  /** One for each face that was made up, in pixels of `full`, or else of the sent photo. */
  patches: z.array(photoPatchSchema),
  /** The part of each patch, where they were asked for apart: patches of one face follow each other in the order of putting on. */
  parts: z.array(makeupPartSchema).optional(),
  /** What could not be done; what hinders one part or face does not keep the others from being made up. */
  notices: z.array(makeUpNoticeSchema),
  timings: z.array(stageTimingSchema),
})
export type MakeUpResult = z.infer<typeof makeUpResultSchema>

export function isExemplar(from: PartChoice['from']): from is Exemplar {
  return from !== 'bare' && 'image' in from
}

/** The photos that a request is made from. */
export function makeUpPhotos({ photo, looks }: MakeUpRequest): readonly Exemplar[] {
  const worn = looks.flatMap(({ parts }) =>
    Object.values(parts).flatMap(({ from }) => (isExemplar(from) ? [from] : [])),
  )
  return [...new Set([photo, ...worn])]
}

/** The request as it is sent: photos by their names. */
export function remoteMakeUp({ photo, looks, ...settings }: MakeUpRequest, { idOf }: NamedPhotos): RemoteMakeUpRequest {
  const remoteParts = (parts: MakeUpLook['parts']): RemoteMakeUpRequest['looks'][number]['parts'] =>
    Object.fromEntries(
      Object.entries(parts).map(([part, { strength, from }]) => [
        part,
        { strength, from: isExemplar(from) ? { exemplarId: idOf(from) } : from },
      ]),
    )
  return {
    ...settings,
    photoId: idOf(photo),
    looks: looks.map(({ parts, ...choices }) => ({ ...choices, parts: remoteParts(parts) })),
  }
}

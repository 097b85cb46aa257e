import { z } from 'zod'
import { packIdSchema, semanticVersionSchema } from './pack-facts.ts'
import { graphDescriptionSchema } from './pack-stage.ts'

const sideSchema = z.number().int().positive()

/** How the graph's picture input wants its pixels: RGB, squashed to width × height. */
const networkInputSchema = z.object({
  width: sideSchema,
  height: sideSchema,
  layout: z.enum(['nhwc', 'nchw']),
  /** What black and white become. */
  range: z.tuple([z.number(), z.number()]),
})
export type NetworkInput = Readonly<z.infer<typeof networkInputSchema>>

const factsSchema = z.object({
  id: packIdSchema,
  version: semanticVersionSchema,
  title: z.string().min(1),
  graph: graphDescriptionSchema,
  licence: z.object({ name: z.string().min(1), notice: z.string().default('') }),
  provenance: z.object({ summary: z.string().min(1) }),
})

/** Class ids and names in the order of the logits. */
const logitClassesSchema = z.array(z.object({ id: z.number().int().min(0).max(255), name: z.string().min(1) })).min(2)

const formatTwoSchema = factsSchema.extend({ formatVersion: z.literal(2), input: networkInputSchema })

/** Labels every pixel of a photo: logits NHWC float32 [1,h,w,classes]. `parts` wants a photo of one aligned face. */
const labellingSchema = formatTwoSchema.extend({ makes: z.enum(['labels', 'parts']), classes: logitClassesSchema })

/** Finds places in a photo; what its outputs mean is decoded by the code that knows this network by its id. */
const locatingSchema = formatTwoSchema.extend({ makes: z.enum(['boxes', 'landmarks', 'pose', 'mask']) })

/** `manifest.json` of an annotator (models/annotators/<id>), format 2: a network that says what a photo shows. */
const annotatorManifestSchema = z.discriminatedUnion('makes', [labellingSchema, locatingSchema])
export type AnnotatorManifest = z.infer<typeof annotatorManifestSchema>

/** An annotator whose answer is a label map. */
export type LabellingManifest = z.infer<typeof labellingSchema>

/** Format 1 knew scene annotators alone: a square NHWC input in −1..1 and logits of classes. */
const formatOneSchema = factsSchema.extend({
  formatVersion: z.literal(1),
  /** Side of the square input in pixels; photos are squashed to it. */
  size: sideSchema,
  classes: logitClassesSchema,
})

function fromFormatOne({ size, ...facts }: z.infer<typeof formatOneSchema>): LabellingManifest {
  return {
    ...facts,
    formatVersion: 2,
    makes: 'labels',
    input: { width: size, height: size, layout: 'nhwc', range: [-1, 1] },
  }
}

/** `manifest.json` of an annotator as it may lie on a disk, of any format so far; gives the newest. */
export const storedAnnotatorManifestSchema = z.discriminatedUnion(
  'formatVersion',
  [formatOneSchema.transform(fromFormatOne), annotatorManifestSchema],
  { error: 'formatVersion must be 1 or 2; the annotator may be made for a newer Cocanvas' },
)

import { z } from 'zod'
import { packStageSchema } from './pack-stage.ts'

/** Lower-case letters, digits and dashes: a pack's id is also its folder's name. */
export const packIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and dashes')

/** `major.minor.patch`, optionally with a pre-release. */
export const semanticVersionSchema = z
  .string()
  .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'must be a semantic version such as 1.0.0')

const classIdSchema = z.number().int().min(0).max(255)
const colourSchema = z.tuple([classIdSchema, classIdSchema, classIdSchema])

/** A class the pack can paint. `id` is the value in label images; several ids (aliases) may share one channel. */
export const packClassSchema = z.object({
  id: classIdSchema,
  name: z.string().min(1),
  /** sRGB, for palettes and RGB label images. */
  colour: colourSchema,
  /** Channel of the one-hot condition, or the number in an index condition. */
  channel: z.number().int().min(0),
  aliases: z.array(z.object({ id: classIdSchema, name: z.string().min(1) })).default([]),
})
export type PackClass = z.infer<typeof packClassSchema>

/** How a condition becomes a tensor: `index` int32 [1,H,W]; `one-hot` and `dense` float32 [1,channels,H,W]. */
export const conditionEncodingSchema = z.enum(['index', 'one-hot', 'dense'])

/** What the condition shows, hence which editor tools and which kinds of `Condition` fit. */
export const packTaskSchema = z.enum(['labels', 'masks', 'edges', 'pose'])

const sideSchema = z.number().int().positive()

/** Sizes in pixels the graphs accept. With `fixed`, that size alone: photos are squashed to it. */
const packSizesSchema = z.object({
  native: sideSchema,
  multiple: sideSchema,
  min: sideSchema,
  max: sideSchema,
  fixed: z.object({ width: sideSchema, height: sideSchema }).optional(),
})

/** `manifest.json` of a pack, format 1. Parse with this whatever comes from disk. */
export const packManifestSchema = z
  .object({
    formatVersion: z.literal(1),
    id: packIdSchema,
    version: semanticVersionSchema,
    task: packTaskSchema,
    title: z.string().min(1),
    condition: z.object({ encoding: conditionEncodingSchema, channels: z.number().int().positive() }),
    /** Empty for tasks without label classes (pose). */
    classes: z.array(packClassSchema),
    sizes: packSizesSchema,
    /** Every format-1 pack has NCHW RGB pictures in −1..1; stated so that a reader need not guess. */
    normalisation: z.object({
      layout: z.literal('nchw'),
      channels: z.literal('rgb'),
      range: z.tuple([z.literal(-1), z.literal(1)]),
    }),
    stages: z.object({
      exemplar: packStageSchema.optional(),
      layout: packStageSchema.optional(),
      match: packStageSchema,
      generate: packStageSchema,
      correspondence: packStageSchema.optional(),
    }),
    /** Output pixels per cell of the correspondence grid, on both sides. */
    grid: z.object({ stride: sideSchema }),
    /** Softmax temperature of the match unless a request says otherwise; used if a graph has a `temperature` input. */
    temperature: z.number().positive().default(0.01),
    /** Id of the annotator that labels exemplars for this pack (models/annotators). */
    annotator: packIdSchema.optional(),
    licence: z.object({ name: z.string().min(1), notice: z.string().default('') }),
    provenance: z.object({
      summary: z.string().min(1),
      sources: z.array(z.object({ name: z.string(), sha256: z.string().optional() })).default([]),
    }),
    /** Digest of the golden self-test that an importer ran after conversion. */
    selfTestDigest: z.string().optional(),
    metrics: z.record(z.string(), z.number()),
  })
  .superRefine((manifest, context) => {
    const complain = (message: string): void => {
      context.addIssue({ code: 'custom', message })
    }
    const seen = new Map<number, string>()
    for (const entry of manifest.classes) {
      if (entry.channel >= manifest.condition.channels)
        complain(`class ${entry.name} names a channel beyond the condition`)
      for (const { id, name } of [entry, ...entry.aliases]) {
        const other = seen.get(id)
        if (other !== undefined) complain(`class id ${String(id)} stands for both ${other} and ${name}`)
        seen.set(id, name)
      }
    }
    if (manifest.condition.encoding !== 'dense' && manifest.classes.length === 0)
      complain('a labelled pack needs at least one class')
  })
export type PackManifest = z.infer<typeof packManifestSchema>
/** The graphs of a pack by stage; absent stages are skipped. */
export type PackStages = PackManifest['stages']

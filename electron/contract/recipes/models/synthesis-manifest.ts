import { z } from 'zod'
import { conditionKindSchema } from '../../condition-kind.ts'
import { packFactsSchema, packIdSchema } from '../../pack-facts.ts'
import { graphDescriptionSchema, stageNameSchema } from '../../pack-stage.ts'
import { manifestFaults } from './synthesis-manifest-faults.ts'

/** How a condition becomes a tensor: `index` int32 [1,H,W]; `one-hot` and `dense` float32 [1,channels,H,W]. */
export const conditionEncodingSchema = z.enum(['index', 'one-hot', 'dense'])

/** One kind of condition that a pack takes, and the tensor it becomes. */
const packConditionSchema = z.object({
  kind: conditionKindSchema,
  encoding: conditionEncodingSchema,
  channels: z.number().int().positive(),
  /**
   * Channel of each class by its id, where that differs from the class's own `channel`: masks and edges of one pack
   * share their classes but not their channels. Classes that are left out have none.
   */
  classChannels: z.record(z.string().regex(/^\d{1,3}$/), z.number().int().min(0)).optional(),
})
export type PackCondition = z.infer<typeof packConditionSchema>

/** A graph of a pack and when it runs. */
const packStageSchema = graphDescriptionSchema.extend({
  name: stageNameSchema,
  /** Runs only for conditions of this kind; absent = for all. */
  condition: conditionKindSchema.optional(),
  /** Whether its outputs are worth keeping in memory while their inputs stay the same. */
  keep: z.boolean(),
})
export type PackStage = z.infer<typeof packStageSchema>

/**
 * What a graph's input is fed with when no stage makes it:
 * - `condition`, `exemplar-condition`: what the picture and the exemplar show, encoded as the manifest says;
 * - `exemplar`: the photo, float32 [1,3,He,We], RGB −1..1;
 * - `noise`: float32 [1,C,h,w] of fixed shape, Gaussian × 0.01 from the seed;
 * - `temperature`: float32 [1], the softmax temperature of the match;
 * - `query`: int64 [1], flat index of a cell of the layout's grid.
 */
export const inputRoleSchema = z.enum(['condition', 'exemplar', 'exemplar-condition', 'noise', 'temperature', 'query'])
export type InputRole = z.infer<typeof inputRoleSchema>

/**
 * What the tensors that the stages make are for:
 * - `picture`: float32 [1,3,H,W] RGB −1..1;
 * - `preview`: the same form, shown while the picture is made (the exemplar, warped onto the layout);
 * - `confidence`: float32 [1,1,h,w] 0..1, how far the preview may be trusted;
 * - `correspondence`: float32 [1,1,he,we], where in the exemplar a cell's style comes from; sums to 1.
 */
const outputRolesSchema = z.object({
  picture: z.string().min(1),
  preview: z.string().min(1),
  confidence: z.string().min(1).optional(),
  correspondence: z.string().min(1).optional(),
})

/**
 * What is done to an exemplar before anything else looks at it: `aligned-face` turns and cuts it to a square around the
 * largest face, as the pictures of CelebA-HQ are. Absent = the photo is taken as it is.
 */
const exemplarPreparationSchema = z.enum(['aligned-face'])
export type ExemplarPreparation = z.infer<typeof exemplarPreparationSchema>

const sideSchema = z.number().int().positive()

/** Sizes in pixels the graphs accept. With `fixed`, that size alone: photos are squashed to it. */
const packSizesSchema = z.object({
  native: sideSchema,
  multiple: sideSchema,
  min: sideSchema,
  max: sideSchema,
  fixed: z.object({ width: sideSchema, height: sideSchema }).optional(),
})

/** Pictures inside a pack: NCHW RGB in −1..1; stated so that a reader need not guess. */
const normalisationSchema = z.object({
  layout: z.literal('nchw'),
  channels: z.literal('rgb'),
  range: z.tuple([z.literal(-1), z.literal(1)]),
})

/** What packs of this recipe state in both formats of a manifest. */
export const synthesisFactsSchema = packFactsSchema.extend({
  sizes: packSizesSchema,
  normalisation: normalisationSchema,
  /** Output pixels per cell of the correspondence grid, on both sides. */
  grid: z.object({ stride: sideSchema }),
  /** Softmax temperature of the match unless a request says otherwise; used if a graph has such an input. */
  temperature: z.number().positive().default(0.01),
  /** Id of the annotator that says for this pack what exemplars show (models/annotators). */
  annotator: packIdSchema.optional(),
  exemplarPreparation: exemplarPreparationSchema.optional(),
  /**
   * For packs that paint one figure: id of the annotator that tells it from what lies behind, which is its first class; a
   * request may then choose the background.
   */
  figureAnnotator: packIdSchema.optional(),
})

/** `manifest.json` of a pack for the recipe `exemplar-synthesis`, format 2. */
export const synthesisManifestSchema = synthesisFactsSchema
  .extend({
    formatVersion: z.literal(2),
    recipe: z.literal('exemplar-synthesis'),
    /** The kinds of condition it takes, the preferred one first. */
    conditions: z.array(packConditionSchema).min(1),
    /** In running order. An input named like an output of an earlier stage receives that tensor. */
    stages: z.array(packStageSchema).min(1),
    /** What the other inputs are fed with, by their names. */
    inputs: z.record(z.string(), inputRoleSchema),
    outputs: outputRolesSchema,
  })
  .superRefine((manifest, context) => {
    for (const message of manifestFaults(manifest)) context.addIssue({ code: 'custom', message })
  })

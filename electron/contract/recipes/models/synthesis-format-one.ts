import { z } from 'zod'
import { conditionKindSchema } from '../../condition-kind.ts'
import { graphDescriptionSchema } from '../../pack-stage.ts'
import {
  conditionEncodingSchema,
  synthesisFactsSchema,
  synthesisManifestSchema,
  type InputRole,
} from './synthesis-manifest.ts'

/**
 * Format 1 knew five stages, one kind of condition (which it called the task) and fixed names of tensors. Every pack
 * that was imported before format 2 is such a file.
 */
const formatOneSchema = synthesisFactsSchema.extend({
  formatVersion: z.literal(1),
  task: conditionKindSchema,
  condition: z.object({ encoding: conditionEncodingSchema, channels: z.number().int().positive() }),
  stages: z.object({
    exemplar: graphDescriptionSchema.optional(),
    layout: graphDescriptionSchema.optional(),
    match: graphDescriptionSchema,
    generate: graphDescriptionSchema,
    correspondence: graphDescriptionSchema.optional(),
  }),
})
type FormatOne = z.infer<typeof formatOneSchema>

/** The names that inputs had in format 1. */
const FORMAT_ONE_INPUTS: Readonly<Record<string, InputRole>> = {
  condition: 'condition',
  exemplar: 'exemplar',
  exemplar_condition: 'exemplar-condition',
  noise: 'noise',
  temperature: 'temperature',
  query: 'query',
}

/** Stages of format 1 in the order they ran, and whether their outputs were kept. */
const FORMAT_ONE_STAGES = [
  { name: 'exemplar', keep: true },
  { name: 'layout', keep: true },
  { name: 'match', keep: true },
  { name: 'generate', keep: false },
  { name: 'correspondence', keep: false },
] as const

/** Says in format 2 what a manifest of format 1 says; the graphs stay as they are. */
function fromFormatOne({ task, condition, stages, ...facts }: FormatOne): z.input<typeof synthesisManifestSchema> {
  const listed = FORMAT_ONE_STAGES.flatMap(({ name, keep }) => {
    const graph = stages[name]
    return graph === undefined ? [] : [{ ...graph, name, keep }]
  })
  const made = new Set(listed.flatMap(({ outputs }) => outputs.map(({ name }) => name)))
  const taken = listed.flatMap(({ inputs }) => inputs.map(({ name }) => name))
  const inputs = taken.flatMap((name) => {
    const role = FORMAT_ONE_INPUTS[name]
    return made.has(name) || role === undefined ? [] : [[name, role] as const]
  })
  return {
    ...facts,
    formatVersion: 2,
    recipe: 'exemplar-synthesis',
    conditions: [{ kind: task, ...condition }],
    stages: listed,
    inputs: Object.fromEntries(inputs),
    outputs: {
      picture: 'picture',
      preview: 'warp',
      ...(made.has('confidence') ? { confidence: 'confidence' } : {}),
      ...(made.has('heat') ? { correspondence: 'heat' } : {}),
    },
  }
}

/** A manifest of format 1, read as one of format 2. */
export const migratedFormatOneSchema = formatOneSchema.transform(fromFormatOne).pipe(synthesisManifestSchema)

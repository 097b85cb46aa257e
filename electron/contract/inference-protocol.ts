import { z } from 'zod'
import { errorCodeSchema } from './error-codes.ts'
import { executionProviderSchema, providerPreferenceSchema, selfTestReportSchema } from './execution-provider.ts'
import { exemplarSchema } from './generation-request.ts'
import {
  annotationResultSchema,
  foundPeopleSchema,
  progressStageSchema,
  stageTimingSchema,
} from './generation-result.ts'
import { packIdSchema } from './pack-facts.ts'
import {
  recipeAnswerSchema,
  recipePreviewSchema,
  recipeResultSchema,
  remoteQuestionSchema,
  remoteRequestSchema,
} from './recipes/recipe.ts'
import { rgbImageSchema } from './rgb-image.ts'

/** Both sides must speak the same number; a host of another build answers `protocol`. */
export const PROTOCOL_VERSION = 2

/** Chosen by the client, unique per connection; every answer to a job carries it. */
const jobIdSchema = z.string().min(1).max(100)

/** What the host needs to know once, before any job. */
export const hostConfigurationSchema = z.object({
  /** Folders searched for packs, first match wins. */
  packFolders: z.array(z.string()),
  annotatorFolders: z.array(z.string()),
  /** Where the host remembers its self-test; absent = it remembers nothing. */
  settingsFolder: z.string().optional(),
  provider: providerPreferenceSchema,
  /** Threads inside one operator, 1..16. */
  threads: z.number().int().min(1).max(16),
  /** Upper bound of cached encodings in bytes. */
  cacheBytes: z.number().int().nonnegative(),
})
export type HostConfiguration = z.infer<typeof hostConfigurationSchema>

/**
 * What a client may say. `hello` comes first and is answered by `ready`. Jobs carry a jobId and end in exactly one of
 * their result, `cancelled` or `error`. `generate` and `ask` speak of a recipe (contract/recipes). A photo travels once
 * (`put-exemplar`) and is named afterwards, so that a stroke sends only its layout.
 */
export const clientMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), protocolVersion: z.number().int(), configuration: hostConfigurationSchema }),
  z.object({ type: z.literal('load-pack'), jobId: jobIdSchema, packId: packIdSchema }),
  z.object({ type: z.literal('put-exemplar'), exemplarId: z.string().min(1).max(100), exemplar: exemplarSchema }),
  z.object({ type: z.literal('forget-exemplar'), exemplarId: z.string().min(1).max(100) }),
  z.object({ type: z.literal('generate'), jobId: jobIdSchema, request: remoteRequestSchema }),
  z.object({ type: z.literal('ask'), jobId: jobIdSchema, question: remoteQuestionSchema }),
  z.object({
    type: z.literal('annotate'),
    jobId: jobIdSchema,
    annotatorId: packIdSchema,
    image: rgbImageSchema,
    /** Read as this pack wants its exemplars: prepared, and restricted to its classes; absent = as the annotator says. */
    packId: packIdSchema.optional(),
    /** Of packs that have photos prepared: read every part that can be edited, at its place in the whole photo. */
    whole: z.boolean().optional(),
  }),
  z.object({ type: z.literal('find-people'), jobId: jobIdSchema, image: rgbImageSchema }),
  z.object({ type: z.literal('self-test'), jobId: jobIdSchema, packId: packIdSchema }),
  z.object({ type: z.literal('cancel'), jobId: jobIdSchema }),
  z.object({ type: z.literal('dispose') }),
])
export type ClientMessage = z.infer<typeof clientMessageSchema>

/** What a host may say. */
export const hostMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    protocolVersion: z.number().int(),
    runtimeVersion: z.string(),
    availableProviders: z.array(executionProviderSchema),
  }),
  z.object({
    type: z.literal('pack-loaded'),
    jobId: jobIdSchema,
    packId: z.string(),
    packVersion: z.string(),
    provider: executionProviderSchema,
    timings: z.array(stageTimingSchema),
  }),
  /** `value` 0..1 over the whole job; never falls. */
  z.object({
    type: z.literal('progress'),
    jobId: jobIdSchema,
    stage: progressStageSchema,
    value: z.number().min(0).max(1),
  }),
  z.object({ type: z.literal('preview'), jobId: jobIdSchema, preview: recipePreviewSchema }),
  z.object({ type: z.literal('picture'), jobId: jobIdSchema, result: recipeResultSchema }),
  z.object({ type: z.literal('answer'), jobId: jobIdSchema, answer: recipeAnswerSchema }),
  z.object({ type: z.literal('annotation'), jobId: jobIdSchema, result: annotationResultSchema }),
  z.object({ type: z.literal('people'), jobId: jobIdSchema, result: foundPeopleSchema }),
  z.object({ type: z.literal('self-test-report'), jobId: jobIdSchema, report: selfTestReportSchema }),
  z.object({ type: z.literal('cancelled'), jobId: jobIdSchema, reason: z.enum(['requested', 'replaced']) }),
  /** One sentence worth showing that fails nothing, such as a fallback to the CPU. */
  z.object({ type: z.literal('notice'), message: z.string() }),
  /** Without a jobId the connection itself is at fault. */
  z.object({ type: z.literal('error'), jobId: jobIdSchema.optional(), code: errorCodeSchema, message: z.string() }),
])
export type HostMessage = z.infer<typeof hostMessageSchema>

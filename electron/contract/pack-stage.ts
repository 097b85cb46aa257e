import { z } from 'zod'

/** A tensor of a graph: a number is a fixed dimension, a string a free one that shares its value by name. */
export const tensorDescriptionSchema = z.object({
  name: z.string().min(1),
  dtype: z.enum(['float32', 'int32', 'int64']),
  shape: z.array(z.union([z.number().int().positive(), z.string().min(1)])),
})
export type TensorDescription = z.infer<typeof tensorDescriptionSchema>

/** One ONNX graph of a pack or an annotator, the file beside the manifest. */
export const graphDescriptionSchema = z.object({
  file: z.string().regex(/^[a-z0-9][a-z0-9._-]*\.onnx$/i, 'must be a plain .onnx file name without folders'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hex digits'),
  bytes: z.number().int().positive(),
  inputs: z.array(tensorDescriptionSchema).min(1),
  outputs: z.array(tensorDescriptionSchema).min(1),
})
export type GraphDescription = z.infer<typeof graphDescriptionSchema>

/** The name of a step that a job reports; a pack chooses the names of its stages. */
export const stageNameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and dashes')

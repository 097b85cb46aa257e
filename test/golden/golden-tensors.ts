import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { stageNameSchema, tensorDescriptionSchema } from '../../electron/contract/pack-stage.ts'
import type { TensorValue } from '../../electron/contract/tensor.ts'

const goldenTensorSchema = tensorDescriptionSchema.extend({ shape: z.array(z.number()), file: z.string() })
type GoldenTensor = z.infer<typeof goldenTensorSchema>

const casesSchema = z.object({
  stages: z.array(
    z.object({
      stage: stageNameSchema,
      /** The kind of condition that the tensors belong to, in packs that take several. */
      condition: z.string().default('only'),
      inputs: z.array(goldenTensorSchema),
      outputs: z.array(goldenTensorSchema),
    }),
  ),
})

/** The stages of a golden folder (cases.json): what went in and what PyTorch made of it. */
export function goldenStages(folder: string): z.infer<typeof casesSchema>['stages'] {
  return casesSchema.parse(JSON.parse(readFileSync(path.join(folder, 'cases.json'), 'utf8'))).stages
}

/** Reads the raw little-endian values of a tensor. */
export function readGolden(folder: string, { file, dtype, shape }: GoldenTensor): TensorValue {
  // A copy, since the values must lie at a multiple of their size.
  const { buffer } = Uint8Array.from(readFileSync(path.join(folder, file)))
  switch (dtype) {
    case 'float32':
      return { dtype, shape, data: new Float32Array(buffer) }
    case 'int32':
      return { dtype, shape, data: new Int32Array(buffer) }
    case 'int64':
      return { dtype, shape, data: new BigInt64Array(buffer) }
  }
}

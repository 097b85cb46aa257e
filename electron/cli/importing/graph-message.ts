import { z } from 'zod'

const shapeSchema = z.array(z.number().int().nonnegative())

const tensorSchema = z.discriminatedUnion('dtype', [
  z.object({ dtype: z.literal('float32'), shape: shapeSchema, data: z.instanceof(Float32Array) }),
  z.object({ dtype: z.literal('int32'), shape: shapeSchema, data: z.instanceof(Int32Array) }),
  z.object({ dtype: z.literal('int64'), shape: shapeSchema, data: z.instanceof(BigInt64Array) }),
])

const tensorsSchema = z.map(z.string(), tensorSchema)

/** What the graph program is asked to do, once. */
export const graphRequestSchema = z.object({ file: z.string(), feeds: tensorsSchema })

/** What it answers: the graph's outputs, or why there are none. */
export const graphAnswerSchema = z.union([z.object({ outputs: tensorsSchema }), z.object({ failure: z.string() })])

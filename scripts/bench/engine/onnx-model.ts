import protobuf from 'protobufjs/light.js'
import { z } from 'zod'

/**
 * The part of onnx.proto that is needed to join graphs. What only passes through stays as bytes, so that nothing is
 * lost that these few lines do not know.
 */
const root = protobuf.Root.fromJSON({
  nested: {
    ModelProto: {
      fields: {
        irVersion: { type: 'int64', id: 1 },
        graph: { type: 'GraphProto', id: 7 },
        opsetImport: { rule: 'repeated', type: 'OperatorSet', id: 8 },
      },
    },
    OperatorSet: { fields: { domain: { type: 'string', id: 1 }, version: { type: 'int64', id: 2 } } },
    GraphProto: {
      fields: {
        node: { rule: 'repeated', type: 'NodeProto', id: 1 },
        name: { type: 'string', id: 2 },
        initializer: { rule: 'repeated', type: 'bytes', id: 5 },
        input: { rule: 'repeated', type: 'bytes', id: 11 },
        output: { rule: 'repeated', type: 'bytes', id: 12 },
      },
    },
    NodeProto: {
      fields: {
        input: { rule: 'repeated', type: 'string', id: 1 },
        output: { rule: 'repeated', type: 'string', id: 2 },
        name: { type: 'string', id: 3 },
        opType: { type: 'string', id: 4 },
        attribute: { rule: 'repeated', type: 'bytes', id: 5 },
        domain: { type: 'string', id: 7 },
      },
    },
    Attribute: {
      fields: {
        name: { type: 'string', id: 1 },
        f: { type: 'float', id: 2 },
        i: { type: 'int64', id: 3 },
        ints: { rule: 'repeated', type: 'int64', id: 8, options: { packed: false } },
        type: { type: 'int32', id: 20 },
      },
    },
    NamedTensor: { fields: { name: { type: 'string', id: 8 } } },
    NamedValue: { fields: { name: { type: 'string', id: 1 } } },
  },
})

const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const nodeSchema = z.object({
  input: z.array(z.string()),
  output: z.array(z.string()),
  name: z.string(),
  opType: z.string(),
  attribute: z.array(bytesSchema),
  domain: z.string(),
})
const modelSchema = z.object({
  irVersion: z.number(),
  opsetImport: z.array(z.object({ domain: z.string(), version: z.number() })),
  graph: z.object({
    name: z.string(),
    node: z.array(nodeSchema),
    initializer: z.array(bytesSchema),
    input: z.array(bytesSchema),
    output: z.array(bytesSchema),
  }),
})
const attributeSchema = z.object({ name: z.string(), f: z.number(), i: z.number(), type: z.number() })
const nameSchema = z.object({ name: z.string() })

/** A graph's node; attributes are encoded AttributeProto messages. */
export type OnnxNode = z.infer<typeof nodeSchema>
/** A model; initialisers, inputs and outputs are encoded messages. */
export type OnnxModel = z.infer<typeof modelSchema>

/** @throws when the bytes are no ONNX model */
export function decodeModel(bytes: Uint8Array): OnnxModel {
  return modelSchema.parse(plain('ModelProto', bytes))
}

export function encodeModel(model: OnnxModel): Uint8Array {
  return root.lookupType('ModelProto').encode(model).finish()
}

/** Name, float and whole-number value (0 where another is meant) and AttributeProto.AttributeType. */
export function readAttribute(bytes: Uint8Array): z.infer<typeof attributeSchema> {
  return attributeSchema.parse(plain('Attribute', bytes))
}

/** AttributeProto of one whole number. */
export function intAttribute(name: string, value: number): Uint8Array {
  return root.lookupType('Attribute').encode({ name, i: value, type: 2 }).finish()
}

/** AttributeProto of several whole numbers. */
export function intsAttribute(name: string, values: readonly number[]): Uint8Array {
  return root.lookupType('Attribute').encode({ name, ints: values, type: 7 }).finish()
}

/** Name of an encoded TensorProto (`NamedTensor`) or ValueInfoProto (`NamedValue`). */
export function nameOf(kind: 'NamedTensor' | 'NamedValue', bytes: Uint8Array): string {
  return nameSchema.parse(plain(kind, bytes)).name
}

/** The same message under another name: of a field that occurs twice, protobuf takes the last. */
export function renamed(kind: 'NamedTensor' | 'NamedValue', bytes: Uint8Array, name: string): Uint8Array {
  return Buffer.concat([bytes, root.lookupType(kind).encode({ name }).finish()])
}

function plain(type: string, bytes: Uint8Array): unknown {
  const message = root.lookupType(type).decode(bytes)
  return root.lookupType(type).toObject(message, { longs: Number, defaults: true, arrays: true })
}

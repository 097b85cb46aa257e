import { open } from 'node:fs/promises'

import type { Attribute, GraphModel, GraphNode, Initializer, Value } from './graph-model.ts'
import { ELEMENT_TYPE_NUMBERS } from './graph-model.ts'
import { modelProto } from './onnx-schema.ts'

const IR_VERSION = 10
const OPERATOR_SET = 20
const ATTRIBUTE_NUMBERS = { float: 1, int: 2, text: 3, ints: 7 } as const

export interface WriteOptions {
  readonly signal?: AbortSignal
  /** Called after every constant with the bytes written since the last call. */
  readonly onBytes?: (bytes: number) => void
}

/**
 * Writes the graph as one .onnx file. Each constant is fetched, encoded and written by itself: the file is a run of
 * partial ModelProto messages, which protobuf readers merge into one, so that memory stays near the largest constant.
 *
 * @param file does not exist yet; the caller removes it after a failure
 * @throws the signal's reason when cancelled
 */
export async function writeModel(model: GraphModel, file: string, options: WriteOptions = {}): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(encodeStructure(model))
    for (const initializer of model.initializers) {
      options.signal?.throwIfAborted()
      const encoded = encodeInitializer(initializer, await initializer.bytes())
      await handle.writeFile(encoded)
      options.onBytes?.(encoded.length)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function encodeStructure(model: GraphModel): Uint8Array {
  return modelProto
    .encode({
      irVersion: IR_VERSION,
      producerName: 'Cocanvas',
      opsetImport: [
        { domain: '', version: OPERATOR_SET },
        { domain: 'com.microsoft', version: 1 },
      ],
      graph: {
        name: model.name,
        node: model.nodes.map(encodeNode),
        input: model.inputs.map(encodeValue),
        output: model.outputs.map(encodeValue),
      },
    })
    .finish()
}

function encodeInitializer({ name, type, shape }: Initializer, rawData: Uint8Array): Uint8Array {
  const initializer = { dims: shape, dataType: ELEMENT_TYPE_NUMBERS[type], name, rawData }
  return modelProto.encode({ graph: { initializer: [initializer] } }).finish()
}

function encodeNode(node: GraphNode): object {
  return {
    input: node.inputs,
    output: node.outputs,
    // Unique, since every value has one producer; profilers show it.
    name: node.outputs[0],
    opType: node.operator,
    domain: node.domain,
    attribute: Object.entries(node.attributes).map(([name, value]) => encodeAttribute(name, value)),
  }
}

function encodeAttribute(name: string, attribute: Attribute): object {
  const head = { name, type: ATTRIBUTE_NUMBERS[attribute.kind] }
  switch (attribute.kind) {
    case 'int':
      return { ...head, i: attribute.value }
    case 'float':
      return { ...head, f: attribute.value }
    case 'text':
      return { ...head, s: new TextEncoder().encode(attribute.value) }
    case 'ints':
      return { ...head, ints: attribute.value }
  }
}

function encodeValue({ name, type, shape }: Value): object {
  const dim = shape.map((side) => (typeof side === 'number' ? { dimValue: side } : { dimParam: side }))
  return { name, type: { tensorType: { elemType: ELEMENT_TYPE_NUMBERS[type], shape: { dim } } } }
}

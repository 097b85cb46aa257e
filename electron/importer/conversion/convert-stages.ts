import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'

import type { GraphDescription, TensorDescription } from '../../contract/pack-stage.ts'
import type { GraphModel, Value } from '../graphs/onnx/graph-model.ts'
import { writeModel } from '../graphs/onnx/write-model.ts'
import { correspondenceRow } from '../graphs/stages/correspondence-row.ts'
import { exemplarEncoder } from '../graphs/stages/exemplar-encoder.ts'
import { generator } from '../graphs/stages/generator.ts'
import { layoutEncoder } from '../graphs/stages/layout-encoder.ts'
import { match } from '../graphs/stages/match.ts'
import type { OfficialNetworks } from '../graphs/stages/official-networks.ts'
import type { OfficialStage } from '../graphs/stages/official-stage.ts'
import { elementsOf } from '../graphs/weights/weight.ts'

/** The graphs of a pack by stage, in running order. */
export function stageGraphs(networks: OfficialNetworks): Readonly<Record<OfficialStage, GraphModel>> {
  return {
    exemplar: exemplarEncoder(networks),
    layout: layoutEncoder(networks),
    match: match(networks),
    generate: generator(networks),
    correspondence: correspondenceRow(networks),
  }
}

/** Bytes of a graph's constants, nearly its file's size. */
export function constantBytes({ initializers }: GraphModel): number {
  const sizes = { float32: 4, float16: 2, int32: 4, int64: 8, bool: 1, int8: 1, uint8: 1 } as const
  return initializers.reduce((sum, { type, shape }) => sum + sizes[type] * elementsOf(shape), 0)
}

/** Writes one graph into `folder` and describes it for the manifest. */
export async function convertStage(
  name: OfficialStage,
  graph: GraphModel,
  folder: string,
  options: { readonly signal: AbortSignal; readonly onBytes: (bytes: number) => void },
): Promise<GraphDescription> {
  const file = `${name}.onnx`
  const path = join(folder, file)
  await writeModel(graph, path, options)
  return {
    file,
    sha256: await fileDigest(path, options.signal),
    bytes: (await stat(path)).size,
    inputs: graph.inputs.map(describe),
    outputs: graph.outputs.map(describe),
  }
}

async function fileDigest(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { signal, highWaterMark: 1 << 20 })) hash.update(asBytes(chunk))
  return hash.digest('hex')
}

function asBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk
  throw new TypeError('a file stream gave something other than bytes')
}

function describe({ name, type, shape }: Value): TensorDescription {
  if (type !== 'float32' && type !== 'int32' && type !== 'int64')
    throw new RangeError(`${name} has a type that packs do not use`)
  return { name, dtype: type, shape: [...shape] }
}

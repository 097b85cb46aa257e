import { stat } from 'node:fs/promises'
import { env, InferenceSession, listSupportedBackends, Tensor } from 'onnxruntime-node'
import type { ExecutionProvider } from '../../contract/execution-provider.ts'
import type { TensorDescription } from '../../contract/pack-stage.ts'
import type { NamedTensors, TensorValue } from '../../contract/tensor.ts'
import type { InferenceRuntime, RuntimeSession, SessionSettings } from './inference-runtime.ts'
import { onnxSessionOptions, providerOfBackend } from './onnx-session-options.ts'

/** onnxruntime-node behind the runtime interface. */
export class OnnxRuntime implements InferenceRuntime {
  readonly version: string = env.versions.node ?? env.versions.common
  readonly providers: readonly ExecutionProvider[] = bundledProviders()

  async createSession(path: string, settings: SessionSettings): Promise<RuntimeSession> {
    const { size } = await stat(path)
    return new OnnxSession(await InferenceSession.create(path, onnxSessionOptions(settings, size)))
  }
}

class OnnxSession implements RuntimeSession {
  readonly inputs: readonly TensorDescription[]
  readonly outputs: readonly TensorDescription[]
  readonly #session: InferenceSession

  constructor(session: InferenceSession) {
    this.#session = session
    this.inputs = session.inputMetadata.map(describe)
    this.outputs = session.outputMetadata.map(describe)
  }

  async run(feeds: NamedTensors): Promise<NamedTensors> {
    const tensors: Record<string, Tensor> = {}
    for (const [name, value] of feeds) tensors[name] = toOnnxTensor(value)
    const results = await this.#session.run(tensors)
    return new Map(Object.entries(results).map(([name, tensor]) => [name, fromOnnxTensor(name, tensor)]))
  }

  async dispose(): Promise<void> {
    await this.#session.release()
  }
}

function bundledProviders(): readonly ExecutionProvider[] {
  const bundled = listSupportedBackends().filter((backend) => backend.bundled)
  return [...new Set(['cpu' as const, ...bundled.flatMap(({ name }) => providerOfBackend(name) ?? [])])]
}

function describe(metadata: InferenceSession.ValueMetadata): TensorDescription {
  if (!metadata.isTensor) throw new Error(`${metadata.name} is not a tensor`)
  return { name: metadata.name, dtype: knownDtype(metadata.name, metadata.type), shape: [...metadata.shape] }
}

function toOnnxTensor(value: TensorValue): Tensor {
  switch (value.dtype) {
    case 'float32':
      return new Tensor('float32', value.data, value.shape)
    case 'int32':
      return new Tensor('int32', value.data, value.shape)
    case 'int64':
      return new Tensor('int64', value.data, value.shape)
  }
}

function fromOnnxTensor(name: string, tensor: Tensor): TensorValue {
  const { data, dims: shape } = tensor
  if (data instanceof Float32Array) return { dtype: 'float32', shape, data }
  if (data instanceof Int32Array) return { dtype: 'int32', shape, data }
  if (data instanceof BigInt64Array) return { dtype: 'int64', shape, data }
  throw new Error(`${name} has the type ${tensor.type}, which packs do not use`)
}

function knownDtype(name: string, dtype: string): TensorDescription['dtype'] {
  if (dtype === 'float32' || dtype === 'int32' || dtype === 'int64') return dtype
  throw new Error(`${name} has the type ${dtype}, which packs do not use`)
}

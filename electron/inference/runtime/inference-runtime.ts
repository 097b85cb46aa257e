import type { ExecutionProvider } from '../../contract/execution-provider.ts'
import type { TensorDescription } from '../../contract/pack-stage.ts'
import type { NamedTensors } from '../../contract/tensor.ts'

/** How a session may use the machine. */
export interface SessionSettings {
  readonly provider: ExecutionProvider
  /** Threads inside one operator. */
  readonly threads: number
}

/** A graph that is loaded and ready to run. */
export interface RuntimeSession {
  readonly inputs: readonly TensorDescription[]
  readonly outputs: readonly TensorDescription[]
  /** Runs the graph once. Blocks this process's event loop while it computes. Rejects if the runtime does. */
  run(feeds: NamedTensors): Promise<NamedTensors>
  dispose(): Promise<void>
}

/** What executes graphs; onnxruntime in the product, a script in tests. */
export interface InferenceRuntime {
  readonly version: string
  /** Providers this build could use here, without a promise that the hardware exists. Includes `cpu`. */
  readonly providers: readonly ExecutionProvider[]
  /** Loads a graph file. Rejects if the file or the provider cannot be used. */
  createSession(path: string, settings: SessionSettings): Promise<RuntimeSession>
}

import path from 'node:path'
import type { ExecutionProvider } from '../../../../electron/contract/execution-provider.ts'
import type { GraphDescription } from '../../../../electron/contract/pack-stage.ts'
import type {
  InferenceRuntime,
  RuntimeSession,
  SessionSettings,
} from '../../../../electron/inference/runtime/inference-runtime.ts'
import type { NamedTensors, TensorValue } from '../../../../electron/contract/tensor.ts'

/** What a fake graph computes from its inputs. */
export type FakeGraph = (feeds: NamedTensors) => NamedTensors

/**
 * A runtime whose graphs are functions, known by their file's name. It writes down what was loaded and run, and can be
 * told to fail or to do something before each run.
 */
export class FakeRuntime implements InferenceRuntime {
  readonly version = 'fake'
  readonly providers: readonly ExecutionProvider[]
  readonly log: string[] = []
  /** Files or providers that cannot be loaded. */
  readonly unloadable = new Set<string>()
  /** Providers that load and then fail to run. */
  readonly unrunnable = new Set<ExecutionProvider>()
  /** Called before a graph runs, with its file's name without the ending. */
  beforeRun: (stage: string) => void = () => undefined
  readonly #graphs: ReadonlyMap<string, { readonly stage: GraphDescription; readonly compute: FakeGraph }>

  constructor(
    graphs: readonly (readonly [GraphDescription, FakeGraph])[],
    providers: readonly ExecutionProvider[] = ['cpu'],
  ) {
    this.#graphs = new Map(graphs.map(([stage, compute]) => [stage.file, { stage, compute }]))
    this.providers = providers
  }

  createSession(file: string, { provider }: SessionSettings): Promise<RuntimeSession> {
    const name = path.parse(file).name
    const graph = this.#graphs.get(path.basename(file))
    if (graph === undefined || this.unloadable.has(name) || this.unloadable.has(provider))
      return Promise.reject(new Error(`cannot load ${name} on ${provider}`))
    this.log.push(`load ${name} on ${provider}`)
    const run = (feeds: NamedTensors): Promise<NamedTensors> => {
      this.beforeRun(name)
      if (this.unrunnable.has(provider)) return Promise.reject(new Error(`${provider} lost its device`))
      this.log.push(`run ${name}`)
      return Promise.resolve(graph.compute(feeds))
    }
    const dispose = (): Promise<void> => {
      this.log.push(`dispose ${name}`)
      return Promise.resolve()
    }
    return Promise.resolve({ inputs: graph.stage.inputs, outputs: graph.stage.outputs, run, dispose })
  }

  /** Stages run so far, in order. */
  get runs(): readonly string[] {
    return this.log.filter((line) => line.startsWith('run ')).map((line) => line.slice(4))
  }
}

/** A float32 tensor filled with one value. */
export function filled(shape: readonly number[], value: number): TensorValue {
  const length = shape.reduce((product, side) => product * side, 1)
  return { dtype: 'float32', shape, data: new Float32Array(length).fill(value) }
}

import { basename } from 'node:path'
import { CocanvasError } from '../contract/error-codes.ts'
import type { ExecutionProvider } from '../contract/execution-provider.ts'
import type { GraphDescription } from '../contract/pack-stage.ts'
import type { NamedTensors } from '../contract/tensor.ts'
import { verifyGraphFile } from '../packs/verify-graph-file.ts'
import { signatureFaults } from './graph-signature.ts'
import type { InferenceRuntime, RuntimeSession } from './runtime/inference-runtime.ts'

/** A graph on disk: the folder of its pack or annotator, and what the manifest says about it. */
export interface GraphFile {
  readonly folder: string
  readonly graph: GraphDescription
}

/** How a pool behaves when its provider lets it down: fall back to the CPU and say so, or fail (self-tests). */
export type ProviderFailurePolicy =
  { readonly kind: 'fall-back'; readonly notify: (sentence: string) => void } | { readonly kind: 'fail' }

/**
 * Loaded graphs, each verified and created once. A failed load is forgotten, so that a mended file can be tried again.
 * When another provider than the CPU fails, the pool moves to the CPU once and stays there.
 */
export class SessionPool {
  readonly #runtime: InferenceRuntime
  readonly #threads: number
  readonly #policy: ProviderFailurePolicy
  readonly #sessions = new Map<string, Promise<RuntimeSession>>()
  #provider: ExecutionProvider

  constructor(
    runtime: InferenceRuntime,
    settings: { readonly provider: ExecutionProvider; readonly threads: number },
    policy: ProviderFailurePolicy,
  ) {
    this.#runtime = runtime
    this.#threads = settings.threads
    this.#provider = settings.provider
    this.#policy = policy
  }

  /** What runs the graphs now. */
  get provider(): ExecutionProvider {
    return this.#provider
  }

  /** Loads a graph ahead of its first run. @throws CocanvasError `pack-broken` or `provider-failed` */
  async load(file: GraphFile): Promise<void> {
    await this.#orOnCpu(file, () => this.#session(file))
  }

  /** Runs a graph, loading it first if need be. @throws CocanvasError `pack-broken` or `provider-failed` */
  async run(file: GraphFile, feeds: NamedTensors): Promise<NamedTensors> {
    return this.#orOnCpu(file, async () => (await this.#session(file)).run(feeds))
  }

  /** Gives back the memory of one graph, which the next run would load anew. */
  async release(file: GraphFile): Promise<void> {
    const key = keyOf(file)
    const session = this.#sessions.get(key)
    this.#sessions.delete(key)
    const [loaded] = await Promise.allSettled(session === undefined ? [] : [session])
    if (loaded?.status === 'fulfilled') await loaded.value.dispose()
  }

  /** Releases every session; the pool can be used again and would load anew. */
  async dispose(): Promise<void> {
    const sessions = [...this.#sessions.values()]
    this.#sessions.clear()
    const loaded = await Promise.allSettled(sessions)
    for (const outcome of loaded) if (outcome.status === 'fulfilled') await outcome.value.dispose()
  }

  async #orOnCpu<Result>(file: GraphFile, attempt: () => Promise<Result>): Promise<Result> {
    try {
      return await attempt()
    } catch (cause) {
      if (cause instanceof CocanvasError) throw cause
      const reason = reasonOf(cause)
      if (this.#provider === 'cpu' || this.#policy.kind === 'fail')
        throw new CocanvasError(
          'provider-failed',
          `The ${this.#provider} provider cannot run ${file.graph.file} of ${basename(file.folder)} (${reason}); ${this.#provider === 'cpu' ? 'try a smaller picture or install the pack again' : 'choose the CPU provider'}.`,
          { cause },
        )
      this.#policy.notify(`The ${this.#provider} provider failed (${reason}), so pictures are now made on the CPU.`)
      await this.dispose()
      this.#provider = 'cpu'
      return this.#orOnCpu(file, attempt)
    }
  }

  #session(file: GraphFile): Promise<RuntimeSession> {
    const key = keyOf(file)
    const known = this.#sessions.get(key)
    if (known !== undefined) return known
    const loading = this.#create(file)
    this.#sessions.set(key, loading)
    loading.catch(() => {
      if (this.#sessions.get(key) === loading) this.#sessions.delete(key)
    })
    return loading
  }

  async #create(file: GraphFile): Promise<RuntimeSession> {
    const path = await verifyGraphFile(file.folder, file.graph)
    const session = await this.#runtime.createSession(path, { provider: this.#provider, threads: this.#threads })
    const [fault] = signatureFaults(file.graph, session)
    if (fault === undefined) return session
    await session.dispose()
    throw new CocanvasError(
      'pack-broken',
      `The graph ${file.graph.file} of ${basename(file.folder)} is not what its manifest describes: ${fault}; install the pack again.`,
    )
  }
}

function keyOf({ folder, graph }: GraphFile): string {
  return `${folder}/${graph.file}#${graph.sha256}`
}

/**
 * Native errors begin with the place in onnxruntime's source and run over many lines; what is wrong stands at the end of
 * the first ("… was false. Failed to get a WebGPU adapter: No supported adapters").
 */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  const line = text.split('\n').find((candidate) => candidate.trim() !== '') ?? ''
  const told = line.startsWith('/') ? line.replace(/^.* (?:was false\.|:) /, '') : line
  return told.trim().replace(/\.$/, '').slice(0, 160)
}

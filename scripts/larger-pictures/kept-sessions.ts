import type {
  InferenceRuntime,
  RuntimeSession,
  SessionSettings,
} from '../../electron/inference/runtime/inference-runtime.ts'

/**
 * A runtime that keeps every network once it is loaded. The host lets the labeller go after each photo, which would load it
 * again for each of many crops.
 */
export class KeptSessions implements InferenceRuntime {
  readonly #runtime: InferenceRuntime
  readonly #sessions = new Map<string, Promise<RuntimeSession>>()

  constructor(runtime: InferenceRuntime) {
    this.#runtime = runtime
  }

  get version(): string {
    return this.#runtime.version
  }

  get providers(): InferenceRuntime['providers'] {
    return this.#runtime.providers
  }

  async createSession(path: string, settings: SessionSettings): Promise<RuntimeSession> {
    const key = `${path} ${JSON.stringify(settings)}`
    const loaded = this.#sessions.get(key) ?? this.#runtime.createSession(path, settings)
    this.#sessions.set(key, loaded)
    const { inputs, outputs, run } = await loaded.then((session) => ({
      inputs: session.inputs,
      outputs: session.outputs,
      run: session.run.bind(session),
    }))
    return { inputs, outputs, run, dispose: () => Promise.resolve() }
  }

  async dispose(): Promise<void> {
    for (const session of this.#sessions.values()) await (await session).dispose()
    this.#sessions.clear()
  }
}

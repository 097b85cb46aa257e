import type { CliEnvironment } from '../environment.ts'
import type { Engine, EngineOptions } from './engine.ts'

/** A host that is started when first needed: a batch that finds everything finished never loads a graph. */
export class LazyEngine {
  readonly #environment: Pick<CliEnvironment, 'startEngine'>
  readonly #options: EngineOptions
  #starting: Promise<Engine> | undefined

  constructor(
    environment: Pick<CliEnvironment, 'startEngine'>,
    options: Omit<EngineOptions, 'onNotice'>,
    onNotice: EngineOptions['onNotice'],
  ) {
    this.#environment = environment
    this.#options = { provider: options.provider, threads: options.threads, onNotice }
  }

  /** The one host. @throws CocanvasError as StartEngine does */
  get(): Promise<Engine> {
    this.#starting ??= this.#environment.startEngine(this.#options)
    return this.#starting
  }

  async dispose(): Promise<void> {
    await this.#starting?.then(
      (engine) => engine.dispose(),
      () => undefined,
    )
  }
}

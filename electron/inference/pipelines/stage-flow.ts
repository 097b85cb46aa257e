import { CocanvasError } from '../../contract/error-codes.ts'
import type { StageTiming } from '../../contract/generation-result.ts'
import { STAGE_ORDER, type PackStage, type StageName } from '../../contract/pack-stage.ts'
import type { InstalledPack } from '../../packs/installed-pack.ts'
import type { ByteBoundedCache } from '../caching/byte-bounded-cache.ts'
import { contentKey } from '../caching/content-key.ts'
import type { SessionPool } from '../session-pool.ts'
import { shapeFits, type NamedTensors, type TensorValue } from '../tensor.ts'
import type { PipelineJob } from './pipeline-job.ts'

/** A tensor made from the request when a stage needs it; `key` stands for its content. */
export interface Source {
  readonly key: string
  make(): TensorValue | Promise<TensorValue>
}

/** Stage outputs worth keeping: what a stroke leaves unchanged, and the match for correspondence queries. */
const CACHED_STAGES: ReadonlySet<StageName> = new Set(['exemplar', 'layout', 'match'])

/** What a flow works with. */
export interface FlowResources {
  readonly pack: InstalledPack
  readonly sessions: SessionPool
  readonly cache: ByteBoundedCache<NamedTensors>
  readonly now: () => number
}

/**
 * One request's way through a pack's graphs. Asking for a tensor runs the stages it depends on, and only those; every
 * stage is identified by the content of its inputs, so whatever was computed before is found in the cache.
 */
export class StageFlow {
  readonly timings: StageTiming[]
  readonly #resources: FlowResources
  readonly #sources: ReadonlyMap<string, Source>
  readonly #job: PipelineJob
  readonly #outputs = new Map<StageName, NamedTensors>()
  readonly #keys = new Map<StageName, string>()
  readonly #made = new Map<string, TensorValue>()
  readonly #first: StageFlow | undefined

  /** @param first A flow of the same job, whose results serve wherever the inputs are the same. */
  constructor(resources: FlowResources, sources: ReadonlyMap<string, Source>, job: PipelineJob, first?: StageFlow) {
    this.#resources = resources
    this.#sources = sources
    this.#job = job
    this.#first = first
    this.timings = first?.timings ?? []
  }

  /** All that the match makes. */
  match(): Promise<NamedTensors> {
    return this.#outputsOf('match', this.#resources.pack.manifest.stages.match)
  }

  /** Lets what follows the match take these tensors for its results. */
  goOnFrom(match: NamedTensors): void {
    this.#outputs.set('match', match)
  }

  /** A stage's output by name. @throws CocanvasError, or JobCancelled at a checkpoint between stages */
  async tensor(name: string): Promise<TensorValue> {
    const found = await this.optionalTensor(name)
    if (found === undefined) throw this.#broken(`has no stage that makes ${name}`)
    return found
  }

  /** As `tensor`; undefined when no stage of the pack makes it. */
  async optionalTensor(name: string): Promise<TensorValue | undefined> {
    const producer = this.#producerOf(name)
    return producer === undefined ? undefined : (await this.#outputsOf(...producer)).get(name)
  }

  async #outputsOf(name: StageName, stage: PackStage): Promise<NamedTensors> {
    const known = this.#outputs.get(name)
    if (known !== undefined) return known
    const key = this.#keyOf(name, stage)
    const first = this.#first
    const shared = first !== undefined && first.#keys.get(name) === key ? first.#outputs.get(name) : undefined
    if (shared !== undefined) return shared
    const cached = this.#resources.cache.get(key)
    if (cached !== undefined) this.timings.push({ stage: name, milliseconds: 0, cached: true })
    const outputs = cached ?? (await this.#run(name, stage, key))
    this.#outputs.set(name, outputs)
    return outputs
  }

  async #run(name: StageName, stage: PackStage, key: string): Promise<NamedTensors> {
    const { pack, sessions, cache, now } = this.#resources
    const feeds = new Map<string, TensorValue>()
    for (const input of stage.inputs) {
      const value = await this.#input(name, input.name)
      if (!shapeFits(value.shape, input) || value.dtype !== input.dtype)
        throw this.#broken(
          `cannot take ${input.name} as ${value.dtype} [${value.shape.join(',')}] in its ${name} stage`,
        )
      feeds.set(input.name, value)
    }
    await this.#job.checkpoint()
    this.#job.begin(name)
    const start = now()
    const outputs = await sessions.run({ folder: pack.folder, stage }, feeds)
    this.timings.push({ stage: name, milliseconds: now() - start, cached: false })
    if (CACHED_STAGES.has(name)) cache.set(key, outputs)
    return outputs
  }

  async #input(stage: StageName, name: string): Promise<TensorValue> {
    const producer = this.#producerOf(name)
    if (producer !== undefined) {
      const value = (await this.#outputsOf(...producer)).get(name)
      if (value === undefined) throw this.#broken(`does not make ${name} although its manifest says so`)
      return value
    }
    const value = this.#made.get(name) ?? (await this.#source(stage, name).make())
    this.#made.set(name, value)
    return value
  }

  /** Content identity of a stage's outputs: pack version, provider (its rounding differs) and every input's identity. */
  #keyOf(name: StageName, stage: PackStage): string {
    const known = this.#keys.get(name)
    if (known !== undefined) return known
    const { pack, sessions } = this.#resources
    const inputs = stage.inputs.flatMap((input) => {
      const producer = this.#producerOf(input.name)
      return [input.name, producer === undefined ? this.#source(name, input.name).key : this.#keyOf(...producer)]
    })
    const key = contentKey(pack.folder, pack.manifest.version, sessions.provider, stage.sha256, ...inputs)
    this.#keys.set(name, key)
    return key
  }

  #source(stage: StageName, name: string): Source {
    const source = this.#sources.get(name)
    if (source === undefined) throw this.#broken(`asks for an unknown input ${name} in its ${stage} stage`)
    return source
  }

  #producerOf(tensor: string): readonly [StageName, PackStage] | undefined {
    for (const name of STAGE_ORDER) {
      const stage = this.#resources.pack.manifest.stages[name]
      if (stage?.outputs.some((output) => output.name === tensor) === true) return [name, stage]
    }
    return undefined
  }

  #broken(fault: string): CocanvasError {
    const { id } = this.#resources.pack.manifest
    return new CocanvasError(
      'pack-broken',
      `The pack ${id} ${fault}; install a pack made for this version of Cocanvas.`,
    )
  }
}

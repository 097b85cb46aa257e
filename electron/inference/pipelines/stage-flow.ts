import type { ConditionKind } from '../../contract/condition-kind.ts'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { StageTiming } from '../../contract/generation-result.ts'
import type { InputRole, PackStage } from '../../contract/recipes/models/synthesis-manifest.ts'
import type { NamedTensors, TensorValue } from '../../contract/tensor.ts'
import type { InstalledPack } from '../../packs/installed-pack.ts'
import type { ByteBoundedCache } from '../caching/byte-bounded-cache.ts'
import { contentKey } from '../caching/content-key.ts'
import type { SessionPool } from '../session-pool.ts'
import { shapeFits } from '../tensor.ts'
import type { PipelineJob } from './pipeline-job.ts'

/** A tensor made from the request when a stage needs it; `key` stands for its content. */
export interface Source {
  readonly key: string
  make(): TensorValue | Promise<TensorValue>
}

/** What the graphs' inputs are fed with, by the role that the manifest gives them. */
export type Sources = ReadonlyMap<InputRole, Source>

/** What a flow works with. */
export interface FlowResources {
  readonly pack: InstalledPack
  /** Stages that are made for another kind of condition do not exist for this flow. */
  readonly condition: ConditionKind
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
  readonly #stages: readonly PackStage[]
  readonly #sources: Sources
  readonly #job: PipelineJob
  readonly #outputs = new Map<PackStage, NamedTensors>()
  readonly #keys = new Map<PackStage, string>()
  readonly #made = new Map<string, TensorValue>()
  readonly #first: StageFlow | undefined

  /** @param first A flow of the same job, whose results serve wherever the inputs are the same. */
  constructor(resources: FlowResources, sources: Sources, job: PipelineJob, first?: StageFlow) {
    this.#resources = resources
    this.#stages = stagesFor(resources.condition, resources.pack.manifest.stages)
    this.#sources = sources
    this.#job = job
    this.#first = first
    this.timings = first?.timings ?? []
  }

  /** Names of the stages that a tensor depends on, in the order in which they run. */
  stagesTowards(tensor: string): readonly string[] {
    return this.#towards(tensor).map(({ name }) => name)
  }

  /** Names of all inputs of the stages that a tensor depends on. */
  inputsTowards(tensor: string): ReadonlySet<string> {
    return new Set(this.#towards(tensor).flatMap(({ inputs }) => inputs.map(({ name }) => name)))
  }

  /** Everything that the stage behind a tensor makes. @throws as `tensor` */
  async besides(tensor: string): Promise<NamedTensors> {
    return this.#outputsOf(this.#requireProducer(tensor))
  }

  /**
   * Lets the other stages take these tensors for what the stage behind a tensor makes. Ask for no later tensor before.
   *
   * @param content what else decides the tensors beside the stage's own inputs; needed where later stages are kept
   */
  replace(tensor: string, outputs: NamedTensors, content?: string): void {
    const stage = this.#requireProducer(tensor)
    this.#outputs.set(stage, outputs)
    if (content !== undefined) this.#keys.set(stage, contentKey(this.#keyOf(stage), content))
  }

  /** A stage's output by name. @throws CocanvasError, or JobCancelled at a checkpoint between stages */
  async tensor(name: string): Promise<TensorValue> {
    const found = (await this.besides(name)).get(name)
    if (found === undefined) throw this.#broken(`does not make ${name} although its manifest says so`)
    return found
  }

  async #outputsOf(stage: PackStage): Promise<NamedTensors> {
    const known = this.#outputs.get(stage)
    if (known !== undefined) return known
    const key = this.#keyOf(stage)
    const first = this.#first
    const shared = first !== undefined && first.#keys.get(stage) === key ? first.#outputs.get(stage) : undefined
    if (shared !== undefined) return shared
    const cached = this.#resources.cache.get(key)
    if (cached !== undefined) this.timings.push({ stage: stage.name, milliseconds: 0, cached: true })
    const outputs = cached ?? (await this.#run(stage, key))
    this.#outputs.set(stage, outputs)
    return outputs
  }

  async #run(stage: PackStage, key: string): Promise<NamedTensors> {
    const { pack, sessions, cache, now } = this.#resources
    const feeds = new Map<string, TensorValue>()
    for (const input of stage.inputs) {
      const value = await this.#input(stage, input.name)
      if (!shapeFits(value.shape, input) || value.dtype !== input.dtype)
        throw this.#broken(
          `cannot take ${input.name} as ${value.dtype} [${value.shape.join(',')}] in its ${stage.name} stage`,
        )
      feeds.set(input.name, value)
    }
    await this.#job.checkpoint()
    this.#job.begin(stage.name)
    const start = now()
    const outputs = await sessions.run({ folder: pack.folder, graph: stage }, feeds)
    this.timings.push({ stage: stage.name, milliseconds: now() - start, cached: false })
    if (stage.keep) cache.set(key, outputs)
    return outputs
  }

  async #input(stage: PackStage, name: string): Promise<TensorValue> {
    if (this.#producerOf(name) !== undefined) return this.tensor(name)
    const value = this.#made.get(name) ?? (await this.#source(stage, name).make())
    this.#made.set(name, value)
    return value
  }

  /** Content identity of a stage's outputs: pack version, provider (its rounding differs) and every input's identity. */
  #keyOf(stage: PackStage): string {
    const known = this.#keys.get(stage)
    if (known !== undefined) return known
    const { pack, sessions } = this.#resources
    const inputs = stage.inputs.flatMap(({ name }) => {
      const producer = this.#producerOf(name)
      return [name, producer === undefined ? this.#source(stage, name).key : this.#keyOf(producer)]
    })
    const key = contentKey(pack.folder, pack.manifest.version, sessions.provider, stage.sha256, ...inputs)
    this.#keys.set(stage, key)
    return key
  }

  #source(stage: PackStage, name: string): Source {
    const role = this.#resources.pack.manifest.inputs[name]
    const source = role === undefined ? undefined : this.#sources.get(role)
    if (source === undefined) throw this.#broken(`asks for an unknown input ${name} in its ${stage.name} stage`)
    return source
  }

  #towards(tensor: string): readonly PackStage[] {
    const producer = this.#producerOf(tensor)
    if (producer === undefined) return []
    return [...new Set([...producer.inputs.flatMap(({ name }) => this.#towards(name)), producer])]
  }

  #producerOf(tensor: string): PackStage | undefined {
    return this.#stages.find(({ outputs }) => outputs.some(({ name }) => name === tensor))
  }

  #requireProducer(tensor: string): PackStage {
    const producer = this.#producerOf(tensor)
    if (producer === undefined) throw this.#broken(`has no stage that makes ${tensor}`)
    return producer
  }

  #broken(fault: string): CocanvasError {
    const { id } = this.#resources.pack.manifest
    return new CocanvasError(
      'pack-broken',
      `The pack ${id} ${fault}; install a pack made for this version of Cocanvas.`,
    )
  }
}

/** The stages that exist for a kind of condition. */
function stagesFor(kind: ConditionKind, stages: readonly PackStage[]): readonly PackStage[] {
  return stages.filter(({ condition }) => condition === undefined || condition === kind)
}

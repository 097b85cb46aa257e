import type { Condition } from '../contract/condition.ts'
import { CocanvasError } from '../contract/error-codes.ts'
import type { ExecutionProvider } from '../contract/execution-provider.ts'
import type { StageTiming } from '../contract/generation-result.ts'
import type { HostConfiguration } from '../contract/inference-protocol.ts'
import type { LabelMap } from '../contract/label-map.ts'
import type { NamedTensors } from '../contract/tensor.ts'
import type { InstalledPack } from '../packs/installed-pack.ts'
import { ByteBoundedCache } from './caching/byte-bounded-cache.ts'
import { contentKey } from './caching/content-key.ts'
import { ExemplarStore, type StoredExemplar } from './caching/exemplar-store.ts'
import { KnownPacks } from './caching/known-packs.ts'
import { annotatedCondition } from './pipelines/annotated-condition.ts'
import { annotatePhoto } from './pipelines/annotate-photo.ts'
import { AnnotatorNetworks } from './pipelines/annotator-networks.ts'
import type { PipelineJob } from './pipelines/pipeline-job.ts'
import { chooseProvider, type ProviderSurroundings } from './providers/choose-provider.ts'
import type { ExemplarAnnotation, RecipeHost } from './recipes/recipe-runner.ts'
import type { InferenceRuntime } from './runtime/inference-runtime.ts'
import type { Checkpoint } from './scheduling/job-runner.ts'
import { SessionPool } from './session-pool.ts'
import { tensorBytes } from './tensor.ts'

/** What the host needs of the outside. */
export interface HostSurroundings {
  readonly configuration: HostConfiguration
  readonly runtime: InferenceRuntime
  readonly platform: NodeJS.Platform
  readonly now: () => number
  readonly notify: (sentence: string) => void
}

/** What all jobs of a host share: packs, photos, sessions and what has been computed before. */
export class HostServices implements RecipeHost {
  readonly photos = new ExemplarStore()
  readonly tensors: ByteBoundedCache<NamedTensors>
  readonly networks: AnnotatorNetworks
  readonly now: () => number
  readonly #surroundings: HostSurroundings
  readonly #annotations: ByteBoundedCache<LabelMap>
  readonly #packs: KnownPacks
  #sessions: SessionPool | undefined

  constructor(surroundings: HostSurroundings) {
    const { cacheBytes, packFolders, annotatorFolders } = surroundings.configuration
    this.#surroundings = surroundings
    this.now = surroundings.now
    this.tensors = new ByteBoundedCache(cacheBytes, tensorBytes)
    this.#annotations = new ByteBoundedCache(cacheBytes / 4, ({ data }) => data.byteLength)
    this.#packs = new KnownPacks(packFolders)
    this.networks = new AnnotatorNetworks(annotatorFolders, () => this.anySessions())
  }

  photo(id: string): StoredExemplar {
    return this.photos.get(id)
  }

  pack(id: string): Promise<InstalledPack> {
    return this.#packs.find(id)
  }

  async sessionsFor(pack: InstalledPack, checkpoint: Checkpoint): Promise<SessionPool> {
    if (this.#sessions !== undefined) return this.#sessions
    return (this.#sessions = this.#newPool(await chooseProvider(this.providerSurroundings(checkpoint), pack)))
  }

  /** For an annotator alone: the pool there is, else one on the CPU, where every annotator runs. */
  anySessions(): SessionPool {
    return (this.#sessions ??= this.#newPool('cpu'))
  }

  /** What a choice of provider depends on. */
  providerSurroundings(checkpoint: Checkpoint): ProviderSurroundings {
    const { configuration, runtime, platform, now, notify } = this.#surroundings
    return { configuration, platform, notify, tools: { runtime, threads: configuration.threads, now, checkpoint } }
  }

  annotation(
    { exemplar, imageKey }: StoredExemplar,
    { manifest }: InstalledPack,
    sessions: SessionPool,
    job: PipelineJob,
    record: (timing: StageTiming) => void,
  ): ExemplarAnnotation {
    const { annotator: annotatorId } = manifest
    if (annotatorId === undefined)
      throw new CocanvasError(
        'bad-request',
        `The pack ${manifest.id} cannot label exemplars itself; give the exemplar's labels.`,
      )
    const key = contentKey(imageKey, annotatorId, manifest.id, manifest.version, sessions.provider)
    const label = async (): Promise<LabelMap> => {
      const known = this.#annotations.get(key)
      if (known !== undefined) return known
      const annotator = await this.networks.find(annotatorId)
      await job.checkpoint()
      job.begin('annotate')
      const start = this.now()
      const labels = await annotatePhoto(exemplar.image, annotator, sessions, manifest)
      record({ stage: 'annotate', milliseconds: this.now() - start, cached: false })
      this.#annotations.set(key, labels)
      return labels
    }
    const condition = async (): Promise<Condition> =>
      annotatedCondition(await label(), exemplar.image, (await this.networks.find(annotatorId)).manifest, manifest)
    return { key, label, condition }
  }

  async dispose(): Promise<void> {
    this.tensors.clear()
    this.#annotations.clear()
    await this.#sessions?.dispose()
  }

  #newPool(provider: ExecutionProvider): SessionPool {
    const { configuration, runtime, notify } = this.#surroundings
    return new SessionPool(runtime, { provider, threads: configuration.threads }, { kind: 'fall-back', notify })
  }
}

import type { ExecutionProvider } from '../contract/execution-provider.ts'
import type { StageTiming } from '../contract/generation-result.ts'
import type { HostConfiguration } from '../contract/inference-protocol.ts'
import type { RgbImage } from '../contract/rgb-image.ts'
import type { NamedTensors } from '../contract/tensor.ts'
import { listPacks, type InstalledPack } from '../packs/installed-pack.ts'
import { ByteBoundedCache } from './caching/byte-bounded-cache.ts'
import { ExemplarStore, type StoredExemplar } from './caching/exemplar-store.ts'
import { KnownPacks } from './caching/known-packs.ts'
import type { PipelineJob } from './pipelines/pipeline-job.ts'
import { chooseProvider, type ProviderSurroundings } from './providers/choose-provider.ts'
import { AnnotatorNetworks } from './reading/annotator-networks.ts'
import { EditableParts } from './reading/editable-parts.ts'
import { ExemplarReadings, type ExemplarReading } from './reading/exemplar-readings.ts'
import type { PreparedPhoto, ReadingTools } from './reading/photo-reader.ts'
import { unsuitedSentence } from './reading/photo-subjects.ts'
import type { RecipeHost } from './recipes/recipe-runner.ts'
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
  readonly #readings: ExemplarReadings
  readonly #editable: EditableParts
  readonly #packs: KnownPacks
  #sessions: SessionPool | undefined

  constructor(surroundings: HostSurroundings) {
    const { cacheBytes, packFolders, annotatorFolders } = surroundings.configuration
    this.#surroundings = surroundings
    this.now = surroundings.now
    this.tensors = new ByteBoundedCache(cacheBytes, tensorBytes)
    this.#editable = new EditableParts(cacheBytes / 8)
    this.#packs = new KnownPacks(packFolders)
    this.networks = new AnnotatorNetworks(annotatorFolders, () => this.anySessions())
    this.#readings = new ExemplarReadings(cacheBytes / 4, this.networks, surroundings.now, async (pack, subject) => {
      const { packs } = await listPacks(packFolders)
      surroundings.notify(unsuitedSentence(pack, subject, packs))
    })
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

  reading(
    photo: StoredExemplar,
    { manifest }: InstalledPack,
    sessions: SessionPool,
    job: PipelineJob,
    record: (timing: StageTiming) => void,
  ): ExemplarReading {
    return this.#readings.of(photo, manifest, sessions, job, record)
  }

  editableParts(
    photo: RgbImage,
    imageKey: string,
    { manifest }: InstalledPack,
    tools: ReadingTools,
  ): Promise<readonly PreparedPhoto[] | undefined> {
    return this.#editable.of(photo, imageKey, manifest, tools)
  }

  async dispose(): Promise<void> {
    this.tensors.clear()
    this.#readings.clear()
    this.#editable.clear()
    await this.#sessions?.dispose()
  }

  #newPool(provider: ExecutionProvider): SessionPool {
    const { configuration, runtime, notify } = this.#surroundings
    return new SessionPool(runtime, { provider, threads: configuration.threads }, { kind: 'fall-back', notify })
  }
}

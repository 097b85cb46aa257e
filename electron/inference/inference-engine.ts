import { CocanvasError } from '../contract/error-codes.ts'
import type { ExecutionProvider, SelfTestReport } from '../contract/execution-provider.ts'
import type {
  AnnotationResult,
  CorrespondenceResult,
  PictureResult,
  ProgressStage,
  StageTiming,
  WarpPreview,
} from '../contract/generation-result.ts'
import { regionAt } from '../contract/exemplar-regions.ts'
import type { HostConfiguration, LayoutPoint, RemoteGenerationRequest } from '../contract/inference-protocol.ts'
import type { LabelMap } from '../contract/label-map.ts'
import type { PackManifest } from '../contract/pack-manifest.ts'
import type { RgbImage } from '../contract/rgb-image.ts'
import { findAnnotator } from '../packs/installed-annotator.ts'
import type { InstalledPack } from '../packs/installed-pack.ts'
import { presentStages } from '../packs/verify-pack.ts'
import { ByteBoundedCache } from './caching/byte-bounded-cache.ts'
import { contentKey } from './caching/content-key.ts'
import { ExemplarStore, type StoredExemplar } from './caching/exemplar-store.ts'
import { KnownPacks } from './caching/known-packs.ts'
import { annotatePhoto } from './pipelines/annotate-photo.ts'
import { checkRequest } from './pipelines/check-request.ts'
import { generatePicture } from './pipelines/generate-picture.ts'
import { matchRegions } from './pipelines/match-regions.ts'
import { progressReporter, type PipelineJob } from './pipelines/pipeline-job.ts'
import { layoutCell, queryCorrespondence } from './pipelines/query-correspondence.ts'
import { querySource, requestSources, type ExemplarAnnotation } from './pipelines/request-sources.ts'
import { StageFlow, type FlowResources, type Source } from './pipelines/stage-flow.ts'
import { chooseProvider, testProviders, type ProviderSurroundings } from './providers/choose-provider.ts'
import type { InferenceRuntime } from './runtime/inference-runtime.ts'
import type { Checkpoint } from './scheduling/job-runner.ts'
import { SessionPool } from './session-pool.ts'
import { tensorBytes, type NamedTensors } from './tensor.ts'

/** What the engine needs of the outside. */
export interface EngineSurroundings {
  readonly configuration: HostConfiguration
  readonly runtime: InferenceRuntime
  readonly platform: NodeJS.Platform
  readonly now: () => number
  readonly notify: (sentence: string) => void
}

/** How one job talks while it runs. */
export interface JobVoice {
  readonly checkpoint: Checkpoint
  readonly progress: (stage: ProgressStage, value: number) => void
}

/** Does the jobs of the protocol, one at a time; scheduling and messages are the server's. */
export class InferenceEngine {
  readonly exemplars = new ExemplarStore()
  readonly #surroundings: EngineSurroundings
  readonly #encodings: ByteBoundedCache<NamedTensors>
  readonly #annotations: ByteBoundedCache<LabelMap>
  readonly #packs: KnownPacks
  #sessions: SessionPool | undefined

  constructor(surroundings: EngineSurroundings) {
    const { cacheBytes, packFolders } = surroundings.configuration
    this.#surroundings = surroundings
    this.#encodings = new ByteBoundedCache(cacheBytes, tensorBytes)
    this.#packs = new KnownPacks(packFolders)
    this.#annotations = new ByteBoundedCache(cacheBytes / 4, ({ data }) => data.byteLength)
  }

  /** Reads, verifies and loads a pack's graphs, so that the first picture need not wait for them. */
  async loadPack(
    packId: string,
    { checkpoint, progress }: JobVoice,
  ): Promise<{ packVersion: string; provider: ExecutionProvider; timings: readonly StageTiming[] }> {
    const start = this.#surroundings.now()
    const pack = await this.#packs.find(packId)
    const sessions = await this.#sessionsFor(pack, checkpoint)
    const stages = presentStages(pack)
    for (const [index, [, stage]] of stages.entries()) {
      await checkpoint()
      progress('load', index / stages.length)
      await sessions.load({ folder: pack.folder, stage })
    }
    const milliseconds = this.#surroundings.now() - start
    const { version: packVersion } = pack.manifest
    return { packVersion, provider: sessions.provider, timings: [{ stage: 'load', milliseconds, cached: false }] }
  }

  async generate(
    request: RemoteGenerationRequest,
    showWarp: (preview: WarpPreview) => void,
    voice: JobVoice,
  ): Promise<PictureResult> {
    const { flow, resources, beside } = await this.#prepare(request, voice, [
      'annotate',
      'layout',
      'exemplar',
      'match',
      'generate',
    ])
    if (request.regions !== undefined) await matchRegions(flow, request.regions, resources.pack.manifest, beside)
    return generatePicture(flow, resources, request, showWarp)
  }

  async queryCorrespondence(
    request: RemoteGenerationRequest,
    point: LayoutPoint,
    voice: JobVoice,
  ): Promise<CorrespondenceResult> {
    const planned: ProgressStage[] = ['annotate', 'layout', 'exemplar', 'match', 'correspondence']
    const query = (pack: PackManifest): Source => querySource(layoutCell(point, request.size, pack.grid.stride))
    const region = request.regions === undefined ? 0 : regionAt(request.regions.map, point, request.size)
    const exemplarId = request.regions?.exemplarIds[region - 1] ?? request.exemplarId
    const { flow, stored } = await this.#prepare({ ...request, exemplarId }, voice, planned, query)
    const result = await queryCorrespondence(flow, request, stored.exemplar.image)
    return region === 0 ? result : { ...result, region }
  }

  /** @param packId restricts the labels to a pack's classes */
  async annotate(
    image: RgbImage,
    annotatorId: string,
    packId: string | undefined,
    { checkpoint, progress }: JobVoice,
  ): Promise<AnnotationResult> {
    const pack = packId === undefined ? undefined : await this.#packs.find(packId)
    const annotator = await findAnnotator(this.#surroundings.configuration.annotatorFolders, annotatorId)
    const sessions = pack === undefined ? this.#anySessions() : await this.#sessionsFor(pack, checkpoint)
    await checkpoint()
    progress('annotate', 0)
    const start = this.#surroundings.now()
    const labels = await annotatePhoto(image, annotator, sessions, pack?.manifest)
    const milliseconds = this.#surroundings.now() - start
    return { labels, provider: sessions.provider, timings: [{ stage: 'annotate', milliseconds, cached: false }] }
  }

  async selfTest(packId: string, { checkpoint, progress }: JobVoice): Promise<SelfTestReport> {
    progress('self-test', 0)
    return testProviders(this.#providerSurroundings(checkpoint), await this.#packs.find(packId))
  }

  async dispose(): Promise<void> {
    this.#encodings.clear()
    this.#annotations.clear()
    await this.#sessions?.dispose()
  }

  async #prepare(
    request: RemoteGenerationRequest,
    { checkpoint, progress }: JobVoice,
    planned: readonly ProgressStage[],
    query?: (pack: PackManifest) => Source,
  ): Promise<{
    flow: StageFlow
    resources: FlowResources
    stored: StoredExemplar
    beside: (exemplarId: string) => StageFlow
  }> {
    const pack = await this.#packs.find(request.pack.id)
    checkRequest(request, pack.manifest)
    const stored = this.exemplars.get(request.exemplarId)
    const sessions = await this.#sessionsFor(pack, checkpoint)
    const job: PipelineJob = { checkpoint, begin: progressReporter(planned, progress) }
    const resources = { pack, sessions, cache: this.#encodings, now: this.#surroundings.now }
    // Labelling happens while the flow runs, but its source has to exist before the flow does.
    const record = (timing: StageTiming): void => {
      flow.timings.push(timing)
    }
    const sourcesOf = (exemplar: StoredExemplar): Map<string, Source> => {
      const annotation = (): ExemplarAnnotation => this.#annotation(exemplar, pack, sessions, job, record)
      return requestSources({ request, stored: exemplar, manifest: pack.manifest, annotation })
    }
    const sources = sourcesOf(stored)
    if (query !== undefined) sources.set('query', query(pack.manifest))
    const flow = new StageFlow(resources, sources, job)
    // Taken now: the client may forget them while the job runs.
    const others = new Map(request.regions?.exemplarIds.map((id) => [id, this.exemplars.get(id)]))
    const beside = (exemplarId: string): StageFlow =>
      new StageFlow(resources, sourcesOf(others.get(exemplarId) ?? stored), job, flow)
    return { flow, resources, stored, beside }
  }

  #annotation(
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
      const annotator = await findAnnotator(this.#surroundings.configuration.annotatorFolders, annotatorId)
      await job.checkpoint()
      job.begin('annotate')
      const start = this.#surroundings.now()
      const labels = await annotatePhoto(exemplar.image, annotator, sessions, manifest)
      record({ stage: 'annotate', milliseconds: this.#surroundings.now() - start, cached: false })
      this.#annotations.set(key, labels)
      return labels
    }
    return { key, label }
  }

  /** The pool, its provider chosen with the first pack that is used. */
  async #sessionsFor(pack: InstalledPack, checkpoint: Checkpoint): Promise<SessionPool> {
    if (this.#sessions !== undefined) return this.#sessions
    return (this.#sessions = this.#newPool(await chooseProvider(this.#providerSurroundings(checkpoint), pack)))
  }

  /** For an annotator alone: the pool there is, else one on the CPU, where every annotator runs. */
  #anySessions(): SessionPool {
    return (this.#sessions ??= this.#newPool('cpu'))
  }

  #newPool(provider: ExecutionProvider): SessionPool {
    const { configuration, runtime, notify } = this.#surroundings
    return new SessionPool(runtime, { provider, threads: configuration.threads }, { kind: 'fall-back', notify })
  }

  #providerSurroundings(checkpoint: Checkpoint): ProviderSurroundings {
    const { configuration, runtime, platform, now, notify } = this.#surroundings
    return { configuration, platform, notify, tools: { runtime, threads: configuration.threads, now, checkpoint } }
  }
}

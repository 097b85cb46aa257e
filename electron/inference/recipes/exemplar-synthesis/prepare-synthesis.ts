import { packCondition } from '../../../conditions/pack-condition.ts'
import { classMapOf } from '../../../contract/class-maps.ts'
import { readsExemplars } from '../../../contract/exemplar-reading.ts'
import type { StageTiming } from '../../../contract/generation-result.ts'
import type { RemoteSynthesisRequest } from '../../../contract/recipes/exemplar-synthesis.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { StoredExemplar } from '../../caching/exemplar-store.ts'
import { progressReporter, type PipelineJob } from '../../pipelines/pipeline-job.ts'
import { StageFlow, type FlowResources, type Source, type Sources } from '../../pipelines/stage-flow.ts'
import type { ExemplarReading } from '../../reading/exemplar-readings.ts'
import type { JobVoice, RecipeHost } from '../recipe-runner.ts'
import { bentFace, type BentFace } from './bent-face/bent-face.ts'
import { checkRequest } from './check-request.ts'
import type { ClassedPhoto } from './classed-photo.ts'
import { bentExemplar, type BentExemplar } from './figure/bent-exemplar.ts'
import { requestSources } from './request-sources.ts'

/** A request whose pack, photo and sessions have been found. */
export interface PreparedSynthesis {
  readonly flow: StageFlow
  readonly resources: FlowResources
  /** The request's primary exemplar. */
  readonly stored: StoredExemplar
  /** What it shows, where that is left to the annotator. */
  readonly reading: ExemplarReading | undefined
  /** An exemplar in the asked pose; undefined for packs that paint no figures. */
  readonly bentOf: (exemplar: StoredExemplar) => BentExemplar | undefined
  /** How an exemplar's face is bent for the layout, computed once; undefined for packs of other things, and without a face. */
  readonly bentFaceOf: (exemplar: StoredExemplar) => Promise<BentFace | undefined>
  /** The exemplars of the request's regions, by their names. */
  readonly others: ReadonlyMap<string, StoredExemplar>
  /** An exemplar with its classes, given or the annotator's; undefined where they are not known. */
  readonly classedPhoto: (exemplar: StoredExemplar) => Promise<ClassedPhoto | undefined>
  /** The flow of another exemplar of the same request. */
  readonly beside: (exemplarId: string) => StageFlow
}

/**
 * Finds what a request needs and lays its way through the pack's stages; nothing runs yet.
 *
 * @param wanted the tensor the job is about, for its progress
 * @param query makes the `query` input, where one is asked for
 * @throws CocanvasError
 */
export async function prepareSynthesis(
  request: RemoteSynthesisRequest,
  host: RecipeHost,
  { checkpoint, progress }: JobVoice,
  wanted: (manifest: PackManifest) => string,
  query?: (manifest: PackManifest) => Source,
): Promise<PreparedSynthesis> {
  const pack = await host.pack(request.pack.id)
  const { manifest } = pack
  checkRequest(request, manifest)
  const stored = host.photo(request.exemplarId)
  const condition = packCondition(request.condition, manifest).kind
  const sessions = await host.sessionsFor(pack, checkpoint)
  const resources = { pack, condition, sessions, cache: host.tensors, now: host.now }
  // The order of the stages is known to the flow, and the flow needs the job first.
  const job: PipelineJob = { checkpoint, begin: (stage) => report(stage) }
  // Photos are read while the flow runs, but the source has to exist before the flow does.
  const record = (timing: StageTiming): void => {
    flow.timings.push(timing)
  }
  const readingOf = (exemplar: StoredExemplar): ExemplarReading | undefined =>
    exemplar.exemplar.condition === 'annotate' && readsExemplars(manifest)
      ? host.reading(exemplar, pack, sessions, job, record)
      : undefined
  const bends = new Map<StoredExemplar, BentExemplar | undefined>()
  const bentOf = (exemplar: StoredExemplar): BentExemplar | undefined => {
    if (bends.has(exemplar)) return bends.get(exemplar)
    const bent = bentFor(exemplar, readingOf(exemplar), request, manifest, host)
    bends.set(exemplar, bent)
    return bent
  }
  const sourcesOf = (exemplar: StoredExemplar): Sources => {
    return requestSources({ request, stored: exemplar, manifest, reading: readingOf(exemplar), bent: bentOf(exemplar) })
  }
  const sources = new Map(sourcesOf(stored))
  if (query !== undefined) sources.set('query', query(manifest))
  const flow = new StageFlow(resources, sources, job)
  const report = progressReporter(['annotate', ...flow.stagesTowards(wanted(manifest))], progress)
  // Taken now: the client may forget them while the job runs.
  const others = new Map(request.regions?.exemplarIds.map((id) => [id, host.photo(id)]))
  const beside = (exemplarId: string): StageFlow =>
    new StageFlow(resources, sourcesOf(others.get(exemplarId) ?? stored), job, flow)
  const classedPhoto = async (photo: StoredExemplar): Promise<ClassedPhoto | undefined> => {
    const { image, condition: given } = photo.exemplar
    const read = await readingOf(photo)?.read()
    const labels = classMapOf(read?.condition ?? given)
    return labels === undefined ? undefined : { image: read?.prepared?.photo ?? image, labels }
  }
  const bentFaces = new Map<StoredExemplar, Promise<BentFace | undefined>>()
  const bentFaceOf = (photo: StoredExemplar): Promise<BentFace | undefined> => {
    const bent = bentFaces.get(photo) ?? bentFace(request, manifest, () => classedPhoto(photo))
    bentFaces.set(photo, bent)
    return bent
  }
  return { flow, resources, stored, reading: readingOf(stored), bentOf, bentFaceOf, others, classedPhoto, beside }
}

function bentFor(
  stored: StoredExemplar,
  reading: ExemplarReading | undefined,
  { condition: asked }: RemoteSynthesisRequest,
  { figureAnnotator: annotatorId }: PackManifest,
  host: RecipeHost,
): BentExemplar | undefined {
  if (annotatorId === undefined || asked.kind !== 'pose') return undefined
  return bentExemplar({ stored, reading, asked, annotatorId }, host)
}

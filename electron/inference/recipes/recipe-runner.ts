import type { StageTiming } from '../../contract/generation-result.ts'
import type { NetworkPort } from '../../contract/network-port.ts'
import type {
  OfRecipe,
  RecipeAnswer,
  RecipePreview,
  RecipeResult,
  RemoteQuestion,
  RemoteRequest,
} from '../../contract/recipes/recipe.ts'
import type { RecipeName } from '../../contract/recipes/recipe-name.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import type { NamedTensors } from '../../contract/tensor.ts'
import type { InstalledPack } from '../../packs/installed-pack.ts'
import type { ByteBoundedCache } from '../caching/byte-bounded-cache.ts'
import type { StoredExemplar } from '../caching/exemplar-store.ts'
import type { PipelineJob } from '../pipelines/pipeline-job.ts'
import type { ExemplarReading } from '../reading/exemplar-readings.ts'
import type { PreparedPhoto, ReadingTools } from '../reading/photo-reader.ts'
import type { Checkpoint } from '../scheduling/job-runner.ts'
import type { SessionPool } from '../session-pool.ts'

/** How one job talks while it runs. */
export interface JobVoice {
  /** Call it between steps: it lets waiting messages in and throws JobCancelled if one of them cancelled the job. */
  readonly checkpoint: Checkpoint
  /** `value` 0..1 over the whole job; never falls. */
  readonly progress: (stage: string, value: number) => void
}

/** What the host offers to a recipe. */
export interface RecipeHost {
  /** Milliseconds from some fixed moment. */
  readonly now: () => number
  /** Results that stay worth having between jobs, under keys made of their inputs' content (`contentKey`). */
  readonly tensors: ByteBoundedCache<NamedTensors>
  /** The networks of the installed annotators: face detector, face mesh, pose … */
  readonly networks: NetworkPort
  /** A photo by the name under which the client sent it. @throws CocanvasError `protocol` for an unknown name */
  photo(id: string): StoredExemplar
  /** @throws CocanvasError `pack-missing` or `pack-broken` */
  pack(id: string): Promise<InstalledPack>
  /** Sessions on the provider that suits this machine; the first pack that asks decides it. */
  sessionsFor(pack: InstalledPack, checkpoint: Checkpoint): Promise<SessionPool>
  /**
   * What the pack's annotator says of a photo, and the photo as the pack wants it; read once per photo.
   * @param record told how long it took, if it had to be read
   * @throws CocanvasError `bad-request` when the pack has no annotator
   */
  reading(
    photo: StoredExemplar,
    pack: InstalledPack,
    sessions: SessionPool,
    job: PipelineJob,
    record: (timing: StageTiming) => void,
  ): ExemplarReading
  /**
   * The prepared parts of a photo that the pack can edit, such as its faces; found once per photo. Undefined for a pack that
   * takes photos as they are.
   * @param imageKey of the photo's content
   * @throws CocanvasError `bad-request` where the photo has no such part
   */
  editableParts(
    photo: RgbImage,
    imageKey: string,
    pack: InstalledPack,
    tools: ReadingTools,
  ): Promise<readonly PreparedPhoto[] | undefined>
}

/** Makes the pictures of one recipe. */
export interface RecipeRunner<Name extends RecipeName> {
  /**
   * @param show tells the client what there is to see before the result exists
   * @throws CocanvasError, or JobCancelled at a checkpoint
   */
  run(
    request: OfRecipe<RemoteRequest, Name>,
    host: RecipeHost,
    voice: JobVoice,
    show: (preview: OfRecipe<RecipePreview, Name>) => void,
  ): Promise<OfRecipe<RecipeResult, Name>>
}

/** Recipes that answer questions about their pictures. */
export type AnsweringRecipe = RemoteQuestion['recipe']

/** Answers the questions of one recipe. */
export type QuestionAnswerer<Name extends AnsweringRecipe> = (
  question: OfRecipe<RemoteQuestion, Name>,
  host: RecipeHost,
  voice: JobVoice,
) => Promise<OfRecipe<RecipeAnswer, Name>>

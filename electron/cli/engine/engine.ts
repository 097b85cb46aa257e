import type { AnnotationWish } from '../../client/client-job.ts'
import type { ExecutionProvider, ProviderPreference, SelfTestReport } from '../../contract/execution-provider.ts'
import type { AnnotationResult, FoundPeople, ProgressStage } from '../../contract/generation-result.ts'
import type { MakeUpAnswer, MakeUpQuestion } from '../../contract/recipes/make-up-question.ts'
import type { OfRecipe, RecipePreview, RecipeResult, RequestOf } from '../../contract/recipes/recipe.ts'
import type { RecipeName } from '../../contract/recipes/recipe-name.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'

/** How to run the graphs. */
export interface EngineOptions {
  readonly provider: ProviderPreference
  /** Threads inside one operator. */
  readonly threads: number
  /** One sentence worth showing that fails nothing, such as a fallback to the CPU. */
  readonly onNotice: (message: string) => void
}

/** What a job may tell while it runs, and how to stop it. */
export interface JobOptions {
  readonly signal: AbortSignal
  readonly onProgress?: (stage: ProgressStage, value: number) => void
}

/** What a picture may tell while it is made. */
export interface GenerationOptions<Name extends RecipeName> extends JobOptions {
  /** Called before the picture exists. */
  readonly onPreview?: (preview: OfRecipe<RecipePreview, Name>) => void
}

/**
 * What commands need of the inference host, and no more. Jobs reject with a CocanvasError, or with a
 * CancelledError once their signal is aborted (which takes effect between stages).
 */
export interface Engine {
  readonly runtimeVersion: string
  readonly availableProviders: readonly ExecutionProvider[]
  /** Loads a pack's graphs ahead of its first picture. */
  loadPack(packId: string, options: JobOptions): Promise<void>
  generate<Name extends RecipeName>(
    request: RequestOf<Name>,
    options: GenerationOptions<Name>,
  ): Promise<OfRecipe<RecipeResult, Name>>
  /** What a photo shows, as the pack wants to know it: class maps in the pack's ids, at the photo's size. */
  annotate(annotatorId: string, image: RgbImage, wish: AnnotationWish, options: JobOptions): Promise<AnnotationResult>
  /** The people of a photo, largest first, in its pixels. */
  findPeople(image: RgbImage, options: JobOptions): Promise<FoundPeople>
  /** Says where parts of faces are, or gives a look as a file. */
  askMakeUp(question: MakeUpQuestion, options: JobOptions): Promise<MakeUpAnswer>
  selfTest(packId: string, options: JobOptions): Promise<SelfTestReport>
  dispose(): Promise<void>
}

/** Starts a host. @throws CocanvasError `host-unavailable` or `provider-failed` */
export type StartEngine = (options: EngineOptions) => Promise<Engine>

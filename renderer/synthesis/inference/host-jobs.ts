import type { PendingJob } from '../../../electron/client/client-job.ts'
import { ProtocolClient } from '../../../electron/client/protocol-client.ts'
import type { Exemplar, ExemplarRegions, GenerationSettings } from '../../../electron/contract/generation-request.ts'
import type {
  AnnotationResult,
  FoundPeople,
  CorrespondenceResult,
  PictureResult,
  ProgressStage,
  WarpPreview,
} from '../../../electron/contract/generation-result.ts'
import type { HostEnd } from '../../../electron/contract/host-end.ts'
import type { LayoutPoint } from '../../../electron/contract/recipes/exemplar-synthesis.ts'
import type { MakeUpAnswer, MakeUpQuestion } from '../../../electron/contract/recipes/make-up-question.ts'
import type { OfRecipe, RecipePreview, RecipeResult, RequestOf } from '../../../electron/contract/recipes/recipe.ts'
import type { RecipeName } from '../../../electron/contract/recipes/recipe-name.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { JobCancelled } from './job-cancelled.ts'
import { ShellLink, type InferenceShell } from './shell-link.ts'

/** A job under way. `result` rejects with `JobCancelled`, or with a `CocanvasError` made for users. */
export interface RunningJob<Result> {
  readonly result: Promise<Result>
  cancel(): void
}

/** The photos that a picture takes its style from. */
export interface RequestExemplars {
  readonly exemplar: Exemplar
  /** Absent when one photo is for the whole picture. */
  readonly regions?: ExemplarRegions | undefined
}

export interface GenerationListener {
  readonly warp?: (preview: WarpPreview) => void
  /** `value` 0..1 over the whole job. */
  readonly progress?: (stage: ProgressStage, value: number) => void
}

export interface RecipeListener<Name extends RecipeName> {
  readonly preview?: (preview: OfRecipe<RecipePreview, Name>) => void
  /** `value` 0..1 over the whole job. */
  readonly progress?: (stage: ProgressStage, value: number) => void
}

/** The window's jobs for the inference host, each as a promise. */
export class HostJobs {
  readonly #client: ProtocolClient
  readonly #closeLink: () => void

  /** @param hostEnded Tells the user why the host has ended. */
  constructor(shell: InferenceShell, notice: (message: string) => void, hostEnded: (reason: HostEnd) => string) {
    let closeLink = (): void => undefined
    this.#client = new ProtocolClient({
      link: (listener) => {
        const link = new ShellLink(shell, hostEnded, listener)
        closeLink = () => link.close()
        return link
      },
      onNotice: notice,
    })
    this.#closeLink = closeLink
  }

  generate(
    settings: GenerationSettings,
    { exemplar, regions }: RequestExemplars,
    { warp, progress }: GenerationListener = {},
  ): RunningJob<PictureResult> {
    return this.make(
      { recipe: 'exemplar-synthesis', ...settings, exemplar, regions },
      { ...(warp === undefined ? {} : { preview: warp }), ...(progress === undefined ? {} : { progress }) },
    )
  }

  /** Runs a recipe. A newer request of the same view replaces one that still waits. */
  make<Name extends RecipeName>(
    request: RequestOf<Name>,
    { preview, progress }: RecipeListener<Name> = {},
  ): RunningJob<OfRecipe<RecipeResult, Name>> {
    return running(
      this.#client.generate(request, {
        ...(preview === undefined ? {} : { onPreview: preview }),
        ...(progress === undefined ? {} : { onProgress: progress }),
      }),
    )
  }

  /** @param point A pixel of the picture at the request's size. */
  queryCorrespondence(
    settings: GenerationSettings,
    { exemplar, regions }: RequestExemplars,
    point: LayoutPoint,
  ): RunningJob<CorrespondenceResult> {
    const request = { recipe: 'exemplar-synthesis', ...settings, exemplar, regions } as const
    return running(this.#client.queryCorrespondence(request, point))
  }

  /** Asks about the faces of a photo. */
  askMakeUp(question: MakeUpQuestion): RunningJob<MakeUpAnswer> {
    return running(this.#client.askMakeUp(question))
  }

  /** Finds what a photo shows, in the form that a pack takes. */
  annotate(image: RgbImage, annotatorId: string, packId?: string): RunningJob<AnnotationResult> {
    return running(this.#client.annotate(annotatorId, image, packId === undefined ? {} : { packId }))
  }

  /** Finds what a whole photo shows for editing it with a pack. */
  annotateWhole(image: RgbImage, annotatorId: string, packId: string): RunningJob<AnnotationResult> {
    return running(this.#client.annotate(annotatorId, image, { packId, whole: true }))
  }

  /** The people of a photo, largest first, in its pixels. */
  findPeople(image: RgbImage): RunningJob<FoundPeople> {
    return running(this.#client.findPeople(image))
  }

  /**
   * Closes the connection, for example after settings changed; the next job connects again with the new configuration.
   */
  reconnect(): void {
    this.#client.cancelAll()
    this.#closeLink()
  }

  dispose(): void {
    void this.#client.dispose()
  }
}

function running<Result>(job: PendingJob<Result>): RunningJob<Result> {
  const result = job.outcome.then((end) => {
    if (end.kind === 'cancelled') throw new JobCancelled()
    return end.result
  })
  return { result, cancel: () => job.cancel() }
}

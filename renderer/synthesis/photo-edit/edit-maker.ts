import type { PhotoPatch } from '../../../electron/contract/photo-patch.ts'
import type { PhotoPixels } from '../../../electron/contract/photo-pixels.ts'
import type { OfRecipe, RecipePreview, RecipeResult } from '../../../electron/contract/recipes/recipe.ts'
import type { ShellCalls } from '../../../electron/contract/shell-api.ts'
import type { ScenePatch } from '../../painting/photo/photo-scene.ts'
import type { HostJobs, RunningJob } from '../inference/host-jobs.ts'
import { JobCancelled } from '../inference/job-cancelled.ts'
import { editRequest, type EditMoment } from './edit-request.ts'
import { previewPatches, shownPatches } from './scene-patches.ts'

type Parts = OfRecipe<RecipePreview, 'photo-edit'>
type Result = OfRecipe<RecipeResult, 'photo-edit'>

export interface EditMakerParts {
  readonly client: Pick<HostJobs, 'make'>
  readonly shell: Pick<ShellCalls, 'readPhotoPixels' | 'showPhotoPixels'>
}

/** A change in the photo's own pixels. */
export interface FullEdit {
  readonly patches: readonly PhotoPatch[]
  readonly shown: readonly ScenePatch[]
  readonly result: Result
}

/** Has the host make a change: small for a preview, or at the photo's own size. */
export class EditMaker {
  readonly #parts: EditMakerParts

  constructor(parts: EditMakerParts) {
    this.#parts = parts
  }

  /**
   * @param show Gets what has been made so far, at first without patches
   * @throws JobCancelled when aborted; CocanvasError when the host cannot make it
   */
  async preview(
    moment: EditMoment,
    signal: AbortSignal,
    show: (parts: Parts | Result, patches: readonly ScenePatch[]) => void,
    progress: (share: number) => void,
  ): Promise<void> {
    const { edited } = moment
    const result = await this.#run(moment, edited.small, 'photo-preview', signal, {
      preview: (parts) => show(parts, previewPatches(edited, parts.patches)),
      progress,
    })
    show(result, previewPatches(edited, result.patches))
  }

  /** Reads the photo's pixels for this job alone. @throws as `preview` does */
  async full(moment: EditMoment, signal: AbortSignal, progress: (share: number) => void): Promise<FullEdit> {
    const { shell } = this.#parts
    const { photo } = moment.edited
    const pixels = await shell.readPhotoPixels(photo.id)
    const result = await this.#run(moment, pixels, 'photo-full', signal, { progress })
    return { patches: result.patches, shown: await shownPatches(shell, photo, pixels, result.patches), result }
  }

  async #run(
    moment: EditMoment,
    photo: PhotoPixels,
    viewId: string,
    signal: AbortSignal,
    { preview, progress }: { preview?: (parts: Parts) => void; progress: (share: number) => void },
  ): Promise<Result> {
    if (signal.aborted) throw new JobCancelled()
    const job: RunningJob<Result> = this.#parts.client.make<'photo-edit'>(editRequest(moment, photo, viewId), {
      ...(preview === undefined ? {} : { preview }),
      progress: (_stage, share) => progress(share),
    })
    const cancel = (): void => job.cancel()
    signal.addEventListener('abort', cancel, { once: true })
    try {
      return await job.result
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }
}

import type { HostJobs } from '../inference/host-jobs.ts'
import type { PictureRequest } from '../live/picture-request.ts'
import type { RenderedPicture } from '../results/live-results.ts'

/** A picture that is being made. */
export interface ExactPicture {
  /** @throws the host's error, or JobCancelled */
  readonly picture: Promise<RenderedPicture>
  cancel(): void
}

/** Makes one picture of exactly this size, which is not shown by any view. @param onProgress 0..1 */
export function exactPicture(
  client: Pick<HostJobs, 'generate'>,
  { settings, ready, regions }: PictureRequest,
  onProgress: (progress: number) => void,
): ExactPicture {
  const { exemplar, ids: exemplarIds } = ready
  const job = client.generate(settings, { exemplar, regions }, { progress: (_stage, progress) => onProgress(progress) })
  const picture = job.result.then(({ image, packVersion, timings }) => {
    return { image, settings, exemplar, exemplarIds, regions, packVersion, timings }
  })
  return { picture, cancel: () => job.cancel() }
}

import type { CocanvasError } from '../contract/error-codes.ts'
import type { Exemplar } from '../contract/generation-request.ts'
import type { ProgressStage } from '../contract/generation-result.ts'
import type { ClientMessage, HostMessage } from '../contract/inference-protocol.ts'
import type { RecipePreview } from '../contract/recipes/recipe.ts'

/** How a job that did not fail ended. */
export type JobOutcome<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'cancelled'; readonly reason: 'requested' | 'replaced' }

/** What a job tells while it runs. */
export interface JobCallbacks {
  readonly onProgress?: (stage: ProgressStage, value: number) => void
  /** Called before the picture exists. */
  readonly onPreview?: (preview: RecipePreview) => void
}

/** A job as its caller holds it. */
export interface PendingJob<Result> {
  readonly id: string
  /** Rejects with a CocanvasError; a cancelled or replaced job resolves. */
  readonly outcome: Promise<JobOutcome<Result>>
  /** Takes effect at once for a waiting job, at the next stage for a running one. */
  cancel(): void
}

type JobMessage = Extract<ClientMessage, { jobId: string }>

/** A job as the client keeps it. */
export interface ClientJob {
  readonly id: string
  /** Jobs of one slot run one at a time, and only the newest waits. */
  readonly slot: string | undefined
  readonly message: JobMessage
  /** Those the host must know before the job begins. */
  readonly exemplars: readonly Exemplar[]
  /** Whether it is worth sending again to a new host. */
  readonly resendable: boolean
  readonly callbacks: JobCallbacks
  /** Takes the host's answer if it is this job's result. */
  readonly accept: (message: HostMessage) => boolean
  readonly fail: (error: CocanvasError) => void
  readonly cancelled: (reason: 'requested' | 'replaced') => void
  attempts: number
}

/** What a caller wants of the host, before it has an id. */
export interface JobPlan<Result> {
  readonly slot?: string
  readonly exemplars?: readonly Exemplar[]
  readonly message: (jobId: string) => JobMessage & ClientMessage
  readonly read: (message: HostMessage) => Result | undefined
  readonly resendable?: boolean
  readonly callbacks?: JobCallbacks
}

/** How a photo is to be read. */
export interface AnnotationWish {
  /** As this pack wants it; absent = in the annotator's own classes. */
  readonly packId?: string
  /** Every part that the pack can edit, at its place in the photo; absent = as an exemplar. */
  readonly whole?: boolean
}

import type { ExecutionProvider, ProviderPreference, SelfTestReport } from '../../contract/execution-provider.ts'
import type { GenerationRequest } from '../../contract/generation-request.ts'
import type { AnnotationResult, PictureResult, ProgressStage, WarpPreview } from '../../contract/generation-result.ts'
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
  readonly onWarp?: (preview: WarpPreview) => void
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
  generate(request: GenerationRequest, options: JobOptions): Promise<PictureResult>
  /** Labels in the ids of `packId`'s classes, at the photo's size. */
  annotate(annotatorId: string, image: RgbImage, packId: string, options: JobOptions): Promise<AnnotationResult>
  selfTest(packId: string, options: JobOptions): Promise<SelfTestReport>
  dispose(): Promise<void>
}

/** Starts a host. @throws CocanvasError `host-unavailable` or `provider-failed` */
export type StartEngine = (options: EngineOptions) => Promise<Engine>

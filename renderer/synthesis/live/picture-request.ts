import type { GenerationSettings } from '../../../electron/contract/generation-request.ts'
import type { ReadyExemplar } from '../exemplars/active-exemplar.ts'
import type { PictureRegions } from '../results/live-results.ts'

/** A picture to be made, with all that it is made of. */
export interface PictureRequest {
  readonly settings: GenerationSettings
  readonly ready: ReadyExemplar
  readonly regions: PictureRegions | undefined
}

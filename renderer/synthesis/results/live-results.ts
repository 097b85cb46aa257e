import type { Exemplar, ExemplarRegions, GenerationSettings } from '../../../electron/contract/generation-request.ts'
import type { StageTiming } from '../../../electron/contract/generation-result.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { ScalarMap } from '../../../electron/contract/scalar-map.ts'
import { Observable } from '../../shared/lib/observable.ts'

/** The parts of a picture with photos of their own. */
export interface PictureRegions extends ExemplarRegions {
  /** Library ids of the exemplars. */
  readonly exemplarIds: readonly string[]
}

/** A finished picture with all that it came from, enough to make it again. */
export interface RenderedPicture {
  readonly image: RgbImage
  readonly settings: GenerationSettings
  readonly exemplar: Exemplar
  readonly exemplarIds: readonly string[]
  /** Absent when the whole picture is of one exemplar. */
  readonly regions?: PictureRegions | undefined
  readonly packVersion: string
  readonly timings: readonly StageTiming[]
}

/** The newest results of the live loop; outside Redux, since they are pixels and change many times a second. */
export class LiveResults {
  readonly warp = new Observable<RgbImage | undefined>(undefined)
  /** 0..1 per cell of the match, if the pack gives it. */
  readonly confidence = new Observable<ScalarMap | undefined>(undefined)
  readonly picture = new Observable<RenderedPicture | undefined>(undefined)

  clear(): void {
    this.warp.set(undefined)
    this.confidence.set(undefined)
    this.picture.set(undefined)
  }

  dispose(): void {
    this.warp.dispose()
    this.confidence.dispose()
    this.picture.dispose()
  }
}

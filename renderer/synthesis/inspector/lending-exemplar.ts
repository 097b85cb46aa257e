import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import type { RenderedPicture } from '../results/live-results.ts'

/** A photo that a part of a picture takes its style from. */
export interface LendingExemplar {
  readonly exemplar: Exemplar
  /** Library ids; more than one where classes have photos of their own. */
  readonly exemplarIds: readonly string[]
}

/** The photo of a region, counted from 1; without a region that of the whole picture. */
export function lendingExemplar(picture: RenderedPicture, region = 0): LendingExemplar {
  const exemplar = picture.regions?.exemplars[region - 1]
  const id = picture.regions?.exemplarIds[region - 1]
  return exemplar === undefined || id === undefined ? picture : { exemplar, exemplarIds: [id] }
}

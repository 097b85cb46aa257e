import type { Exemplar } from '../generation-request.ts'

/** The names under which a host knows photos: each travels once and is named afterwards. */
export interface NamedPhotos {
  readonly idOf: (photo: Exemplar) => string
}

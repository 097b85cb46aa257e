import type { ToneByClass } from './lent-tone.ts'
import type { SourcePart } from './photo-source.ts'

/** A photo that lends one class, in the colour space of the edited photo and about its scale. */
export interface LentPart extends SourcePart {
  readonly classId: number
  /** Of all of the lending photo. */
  readonly tones: ToneByClass
}

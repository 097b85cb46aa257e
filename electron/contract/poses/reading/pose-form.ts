import { CocanvasError } from '../../error-codes.ts'
import type { ImageSize } from '../../image-size.ts'
import type { PosePerson } from '../pose-people.ts'

/** Parts of a person that are not needed to pose them. */
export type DetailPart = Exclude<keyof PosePerson, 'body'>

/** What a form found in a document: its people, with coordinates as they stand there, and the picture's size if it says one. */
export interface FoundPeople {
  readonly people: readonly PosePerson[]
  readonly size?: Partial<ImageSize>
  /** Parts that the document holds for somebody, in a form that cannot be read. */
  readonly leftOut?: readonly DetailPart[]
}

/**
 * One way in which programs write poses as JSON. Answers undefined when the document is of another form.
 *
 * @throws CocanvasError `bad-request` when it is of this form and cannot be used
 */
export type PoseForm = (document: unknown) => FoundPeople | undefined

/** @throws CocanvasError `bad-request` with the sentence. */
export function refusePose(sentence: string): never {
  throw new CocanvasError('bad-request', sentence)
}

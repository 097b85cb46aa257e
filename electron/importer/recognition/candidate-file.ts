import type { Shape, ShapeTable } from '../architecture/tensor-shapes.ts'
import { RecognitionError } from './recognition-error.ts'
import { shapeText } from './shape-comparison.ts'

/** A state dict to be recognised. */
export interface CandidateFile {
  /** For sentences. */
  readonly fileName: string
  readonly shapes: ShapeTable
}

/** The advice that ends a sentence about a file that is almost right. */
export const USE_UNCHANGED = 'give an unchanged file of the official release'

/** One size of a convolution's weight, by which widths are told. @throws RecognitionError where it is missing. */
export function weightSize({ fileName, shapes }: CandidateFile, key: string, axis: 0 | 1): number {
  const shape: Shape | undefined = shapes.get(key)
  if (shape === undefined)
    throw new RecognitionError('wrong-shapes', `${fileName}: it lacks '${key}'; ${USE_UNCHANGED}.`)
  const size = shape[axis]
  if (shape.length === 4 && size !== undefined && size > 0) return size
  const message = `${fileName}: '${key}' should be a convolution's weight but is ${shapeText(shape)}; ${USE_UNCHANGED}.`
  throw new RecognitionError('wrong-shapes', message)
}

import type { OfficialTask } from '../architecture/official-task.ts'
import type { ShapeTable } from '../architecture/tensor-shapes.ts'
import { USE_UNCHANGED, type CandidateFile } from './candidate-file.ts'
import { RecognitionError } from './recognition-error.ts'
import { differenceText } from './shape-comparison.ts'

/** @throws RecognitionError naming the first difference. */
export function requireFit({ fileName, shapes }: CandidateFile, task: OfficialTask, expected: ShapeTable): void {
  const difference = differenceText(expected, shapes)
  if (difference === undefined) return
  const message = `${fileName} does not fit the task ${task.id}: ${difference}; ${USE_UNCHANGED}.`
  throw new RecognitionError('wrong-shapes', message)
}

/** netG's attention has an eighth of 4·base channels, so an odd base fits no network. */
export function requireEvenBase({ fileName }: CandidateFile, base: number, key: string): void {
  if (base % 2 === 0) return
  const message = `${fileName}: '${key}' tells a width of ${String(base)} channels where every width is even; ${USE_UNCHANGED}.`
  throw new RecognitionError('wrong-shapes', message)
}

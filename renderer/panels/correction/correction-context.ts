import { providedContext } from '../../shared/lib/provided-context.ts'
import type { LabelCorrection } from './label-correction.ts'

export const [CorrectionContext, useCorrection] = providedContext<LabelCorrection>('correction of labels')

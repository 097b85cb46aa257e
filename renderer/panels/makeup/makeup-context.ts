import { providedContext } from '../../shared/lib/provided-context.ts'
import type { MakeUpStudio } from '../../synthesis/makeup/makeup-studio.ts'

export const [MakeUpContext, useMakeUp] = providedContext<MakeUpStudio>('make-up of the photo')

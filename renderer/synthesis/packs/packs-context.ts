import { providedContext } from '../../shared/lib/provided-context.ts'
import type { PackChoice } from './pack-choice.ts'

export const [PacksContext, usePacks] = providedContext<PackChoice>('choice of packs')

import { providedContext } from '../../shared/lib/provided-context.ts'
import type { KeptLooks } from '../../synthesis/makeup/kept-looks.ts'

export const [KeptLooksContext, useKeptLooks] = providedContext<KeptLooks>('looks that were kept')

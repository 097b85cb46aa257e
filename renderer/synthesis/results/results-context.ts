import { providedContext } from '../../shared/lib/provided-context.ts'
import type { LiveResults } from './live-results.ts'

export const [ResultsContext, useResults] = providedContext<LiveResults>('newest results')

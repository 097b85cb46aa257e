import { providedContext } from '../../shared/lib/provided-context.ts'
import type { ResultHistory } from './result-history.ts'

export const [ResultHistoryContext, useResultHistory] = providedContext<ResultHistory>('history of results')

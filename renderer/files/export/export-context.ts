import { providedContext } from '../../shared/lib/provided-context.ts'
import type { ExportSources } from './export-sources.ts'

/** Reads what can be exported now. */
export const [ExportContext, useExportSources] = providedContext<() => ExportSources>('sources of an export')

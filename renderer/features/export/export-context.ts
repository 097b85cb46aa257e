import { createContext, use } from 'react'

import type { ExportSources } from './export-sources.ts'

/** Reads what can be exported now. */
export const ExportContext = createContext<(() => ExportSources) | undefined>(undefined)

export function useExportSources(): () => ExportSources {
  const read = use(ExportContext)
  if (read === undefined) throw new Error('useExportSources was called outside the ExportContext.')
  return read
}

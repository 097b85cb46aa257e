import { createContext, use } from 'react'

import type { FileImport } from './file-import.ts'

export const ImportContext = createContext<FileImport | undefined>(undefined)

export function useImport(): FileImport {
  const files = use(ImportContext)
  if (files === undefined) throw new Error('useImport was called outside the ImportContext.')
  return files
}

import { providedContext } from '../../shared/lib/provided-context.ts'
import type { FileImport } from './file-import.ts'

export const [ImportContext, useImport] = providedContext<FileImport>('import of files')

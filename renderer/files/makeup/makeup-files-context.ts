import { providedContext } from '../../shared/lib/provided-context.ts'
import type { MakeUpFiles } from './makeup-files.ts'

export const [MakeUpFilesContext, useMakeUpFiles] = providedContext<MakeUpFiles>('files of the made-up photo')

import { providedContext } from '../../shared/lib/provided-context.ts'
import type { Editor } from './editor.ts'

/** The editor around the open document. */
export const [EditorContext, useEditor] = providedContext<Editor>('editor')

import { createContext, use } from 'react'

import type { Editor } from './editor.ts'

export const EditorContext = createContext<Editor | undefined>(undefined)

/** The editor around the open document; components below the app's root may ask for it. */
export function useEditor(): Editor {
  const editor = use(EditorContext)
  if (editor === undefined) throw new Error('useEditor was called outside the EditorContext.')
  return editor
}

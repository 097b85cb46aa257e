import type { NamedBytes } from '../../../electron/contract/image-file.ts'
import type { FileImport } from './file-import.ts'

/** Nobody paints over pictures with files larger than this; reading them would only fill the memory. */
const MOST_BYTES = 512 * 1024 * 1024

/**
 * Takes files dropped on the window or pasted from the clipboard. Drops that a part of the window handles itself (the
 * exemplar library) have been prevented before they come here.
 *
 * @returns what ends it
 */
export function acceptFiles(target: Window, files: FileImport, tooLarge: (name: string) => void): () => void {
  const ending = new AbortController()
  const { signal } = ending
  const take = async (list: readonly File[]): Promise<void> => {
    const named: NamedBytes[] = []
    for (const file of list) {
      if (file.size > MOST_BYTES) tooLarge(file.name)
      else named.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    }
    await files.takeFiles(named)
  }
  target.addEventListener(
    'dragover',
    (event) => {
      const brings = event.dataTransfer?.types.includes('Files') === true
      files.dragging.set(brings && !event.defaultPrevented)
      if (brings) event.preventDefault()
    },
    { signal },
  )
  target.addEventListener(
    'dragleave',
    (event) => {
      // Without a target that is entered next, the window itself was left.
      if (event.relatedTarget === null) files.dragging.set(false)
    },
    { signal },
  )
  target.addEventListener(
    'drop',
    (event) => {
      files.dragging.set(false)
      const dropped = [...(event.dataTransfer?.files ?? [])]
      if (event.defaultPrevented || dropped.length === 0) return
      event.preventDefault()
      void take(dropped)
    },
    { signal },
  )
  target.addEventListener(
    'paste',
    (event) => {
      const pasted = [...(event.clipboardData?.files ?? [])]
      if (event.defaultPrevented || pasted.length === 0) return
      event.preventDefault()
      void take(pasted)
    },
    { signal },
  )
  return () => ending.abort()
}

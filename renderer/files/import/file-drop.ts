import type { FileImport } from './file-import.ts'

/** Files larger than this are no pictures anyone paints over; reading them would only fill the memory. */
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
    for (const file of list) {
      if (file.size > MOST_BYTES) tooLarge(file.name)
      else await files.takeFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    }
  }
  target.addEventListener(
    'dragover',
    (event) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
    },
    { signal },
  )
  target.addEventListener(
    'drop',
    (event) => {
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

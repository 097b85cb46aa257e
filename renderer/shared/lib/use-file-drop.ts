import { useState, type DragEvent } from 'react'

/** What a panel needs in order to take dropped files. */
export interface FileDrop {
  /** Whether files are being dragged over the panel. */
  readonly dropping: boolean
  /** The handlers of the panel's own element. */
  readonly target: {
    readonly onDragOver: (event: DragEvent) => void
    readonly onDragLeave: () => void
    readonly onDrop: (event: DragEvent) => void
  }
}

/** Lets a panel take dropped files for itself; the window, which takes photos too, then leaves them alone. */
export function useFileDrop(take: (files: readonly File[]) => void): FileDrop {
  const [dropping, setDropping] = useState(false)
  return {
    dropping,
    target: {
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setDropping(true)
      },
      onDragLeave: () => setDropping(false),
      onDrop: (event) => {
        setDropping(false)
        const files = [...event.dataTransfer.files]
        if (files.length === 0) return
        // Prevented, so that the window does not take the files a second time.
        event.preventDefault()
        take(files)
      },
    },
  }
}

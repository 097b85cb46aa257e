import { useEffect, type RefObject } from 'react'

/**
 * Files that are pasted while the focus is in the panel belong to the panel. It listens on the window, because browsers
 * send a paste to the place of the last text cursor and not to what has the focus.
 */
export function usePanelPaste(panel: RefObject<HTMLElement | null>, take: (files: readonly File[]) => void): void {
  useEffect(() => {
    const ending = new AbortController()
    window.addEventListener(
      'paste',
      (event) => {
        const files = [...(event.clipboardData?.files ?? [])]
        if (files.length === 0 || panel.current?.contains(document.activeElement) !== true) return
        // Prevented, so that the window does not also take it as a layer.
        event.preventDefault()
        take(files)
      },
      { signal: ending.signal, capture: true },
    )
    return () => ending.abort()
  }, [panel, take])
}

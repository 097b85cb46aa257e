import { useEffect, type RefObject } from 'react'

/**
 * Files pasted while the focus is in the panel are the panel's. Listened to on the window, since browsers send a paste
 * to where the text cursor was last, not to what has the focus.
 */
export function usePanelPaste(panel: RefObject<HTMLElement | null>, take: (files: readonly File[]) => void): void {
  useEffect(() => {
    const ending = new AbortController()
    window.addEventListener(
      'paste',
      (event) => {
        const files = [...(event.clipboardData?.files ?? [])]
        if (files.length === 0 || panel.current?.contains(document.activeElement) !== true) return
        // Prevented, so that the window does not take it for a layer as well.
        event.preventDefault()
        take(files)
      },
      { signal: ending.signal, capture: true },
    )
    return () => ending.abort()
  }, [panel, take])
}

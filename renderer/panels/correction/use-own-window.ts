import { useEffect, type RefObject } from 'react'

/**
 * While its element is shown, the rest of the page can be neither reached nor dropped on; the focus comes back
 * afterwards.
 *
 * @param focus Selects what takes the focus first.
 */
export function useOwnWindow(element: RefObject<HTMLElement | null>, focus: string): void {
  useEffect(() => {
    const own = element.current
    if (own === null) return
    const before = document.activeElement
    const others = [...document.body.children].filter(
      (child): child is HTMLElement => child instanceof HTMLElement && child !== own && !child.inert,
    )
    for (const other of others) other.inert = true
    own.querySelector<HTMLElement>(focus)?.focus()
    const ending = new AbortController()
    // Files are for the document behind, which nobody sees now.
    const listening = { signal: ending.signal, capture: true }
    window.addEventListener('dragover', (event) => refuseFiles(event, event.dataTransfer), listening)
    window.addEventListener('drop', (event) => refuseFiles(event, event.dataTransfer), listening)
    window.addEventListener('paste', (event) => refuseFiles(event, event.clipboardData), listening)
    return () => {
      ending.abort()
      for (const other of others) other.inert = false
      if (before instanceof HTMLElement) before.focus()
    }
  }, [element, focus])
}

function refuseFiles(event: Event, data: DataTransfer | null): void {
  if (data?.types.includes('Files') === true) event.preventDefault()
}

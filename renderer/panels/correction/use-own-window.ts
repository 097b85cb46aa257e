import { useEffect, type RefObject } from 'react'

/**
 * While its element is shown, the rest of the page can neither be reached nor receive dropped files; afterwards the
 * focus returns.
 *
 * @param focus Selects the element that gets the focus first.
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
    // Dropped files are meant for the document behind, which cannot be seen now.
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

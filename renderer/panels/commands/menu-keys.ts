/** What a key does in a menu bar. */
export type MenuAct =
  /** To another menu's name, none being open. */
  | { readonly kind: 'name'; readonly index: number }
  /** Opens a menu and goes to its first (1) or last (−1) item. */
  | { readonly kind: 'open'; readonly index: number; readonly enter: 1 | -1 }
  /** To the next or previous item. */
  | { readonly kind: 'item'; readonly step: 1 | -1 }
  /** To the first (1) or last (−1) item. */
  | { readonly kind: 'edge'; readonly step: 1 | -1 }
  /** Back to the name. */
  | { readonly kind: 'close' }
  /** Closes the menu and lets the focus move on. */
  | { readonly kind: 'leave' }

/**
 * The keys of a menu bar as the ARIA practices describe them; undefined where a key means nothing to it.
 *
 * @param at index of the open menu, or of the focused name
 */
export function menuKey(key: string, at: number, count: number, open: boolean): MenuAct | undefined {
  const side = { ArrowRight: 1, ArrowLeft: -1 }[key]
  if (side !== undefined) {
    const index = (at + side + count) % count
    return open ? { kind: 'open', index, enter: 1 } : { kind: 'name', index }
  }
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const step = key === 'ArrowDown' ? 1 : -1
    return open ? { kind: 'item', step } : { kind: 'open', index: at, enter: step }
  }
  if (key === 'Home' || key === 'End') {
    if (open) return { kind: 'edge', step: key === 'Home' ? 1 : -1 }
    return { kind: 'name', index: key === 'Home' ? 0 : count - 1 }
  }
  if (open && key === 'Escape') return { kind: 'close' }
  if (open && key === 'Tab') return { kind: 'leave' }
  return undefined
}

export type Side = 'top' | 'bottom' | 'left' | 'right'

const GAP = 6
const MARGIN = 8

/** Moves a fixed element beside its anchor, flipped and pushed back where the window ends. */
export function placeBeside(element: HTMLElement, anchor: Element, side: Side): void {
  const box = element.getBoundingClientRect()
  const at = anchor.getBoundingClientRect()
  const fits: Record<Side, boolean> = {
    top: at.top - GAP - box.height >= MARGIN,
    bottom: at.bottom + GAP + box.height <= window.innerHeight - MARGIN,
    left: at.left - GAP - box.width >= MARGIN,
    right: at.right + GAP + box.width <= window.innerWidth - MARGIN,
  }
  const used = fits[side] ? side : opposite[side]
  const position = positions[used](at, box)
  element.style.left = `${clamp(position.x, window.innerWidth - box.width - MARGIN)}px`
  element.style.top = `${clamp(position.y, window.innerHeight - box.height - MARGIN)}px`
}

const opposite: Readonly<Record<Side, Side>> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' }

const positions: Readonly<Record<Side, (at: DOMRect, box: DOMRect) => { x: number; y: number }>> = {
  top: (at, box) => ({ x: at.left + (at.width - box.width) / 2, y: at.top - GAP - box.height }),
  bottom: (at, box) => ({ x: at.left + (at.width - box.width) / 2, y: at.bottom + GAP }),
  left: (at, box) => ({ x: at.left - GAP - box.width, y: at.top + (at.height - box.height) / 2 }),
  right: (at, box) => ({ x: at.right + GAP, y: at.top + (at.height - box.height) / 2 }),
}

function clamp(value: number, maximum: number): number {
  return Math.max(MARGIN, Math.min(value, maximum))
}

import type { Point } from '../../model/raster/geometry.ts'
import type { CanvasPointer, PointerSample } from '../tools/canvas-pointer.ts'
import { toDocument, type Viewport } from '../viewport/viewport.ts'

/** The parts of a DOM PointerEvent that are read; tests make their own. */
export interface PointerReading {
  readonly clientX: number
  readonly clientY: number
  readonly pressure: number
  readonly pointerType: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly getCoalescedEvents?: () => readonly PointerReading[]
}

/**
 * A pointer event as tools understand it. Browsers gather several samples into one event per frame; all of them are
 * kept, so that quick strokes stay round.
 *
 * @param origin Top left of the canvas area in the window.
 * @param clicks 2 for the second press of a double click.
 */
export function readPointer(event: PointerReading, origin: Point, viewport: Viewport, clicks: number): CanvasPointer {
  const sampleOf = (reading: PointerReading): PointerSample => ({
    ...toDocument(viewport, { x: reading.clientX - origin.x, y: reading.clientY - origin.y }),
    pressure: reading.pressure,
  })
  const coalesced = event.getCoalescedEvents?.() ?? []
  const at = sampleOf(event)
  return {
    at,
    samples: coalesced.length === 0 ? [at] : coalesced.map(sampleOf),
    screen: { x: event.clientX - origin.x, y: event.clientY - origin.y },
    pointerType: event.pointerType === 'pen' || event.pointerType === 'touch' ? event.pointerType : 'mouse',
    shift: event.shiftKey,
    alt: event.altKey,
    ctrl: event.ctrlKey || event.metaKey,
    clicks,
  }
}

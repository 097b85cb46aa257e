import type { Point } from '../../model/raster/geometry.ts'

/**
 * Where the document lies in the canvas area: screen = rotate(document × zoom) + (x, y), in CSS pixels.
 * Plain values; every function gives a new one.
 */
export interface Viewport {
  readonly x: number
  readonly y: number
  /** CSS pixels per document pixel. */
  readonly zoom: number
  /** In radians, clockwise. */
  readonly rotation: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export const SMALLEST_ZOOM = 0.05
export const LARGEST_ZOOM = 64
/** Margin around a fitted document, in CSS pixels. */
const FIT_MARGIN = 32

export const initialViewport: Viewport = { x: 0, y: 0, zoom: 1, rotation: 0 }

export function toScreen({ x, y, zoom, rotation }: Viewport, point: Point): Point {
  const turned = rotated({ x: point.x * zoom, y: point.y * zoom }, rotation)
  return { x: turned.x + x, y: turned.y + y }
}

export function toDocument({ x, y, zoom, rotation }: Viewport, screen: Point): Point {
  const turned = rotated({ x: screen.x - x, y: screen.y - y }, -rotation)
  return { x: turned.x / zoom, y: turned.y / zoom }
}

export function panned(viewport: Viewport, by: Point): Viewport {
  return { ...viewport, x: viewport.x + by.x, y: viewport.y + by.y }
}

/** Zooms so that the document's point under `screen` stays there. */
export function zoomedAt(viewport: Viewport, screen: Point, factor: number): Viewport {
  const zoom = Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, viewport.zoom * factor))
  return holding({ ...viewport, zoom }, toDocument(viewport, screen), screen)
}

/** Rotates so that the document's point under `screen` stays there; full turns are subtracted. */
export function rotatedAt(viewport: Viewport, screen: Point, by: number): Viewport {
  const turn = 2 * Math.PI
  const rotation = (((viewport.rotation + by) % turn) + turn) % turn
  return holding({ ...viewport, rotation }, toDocument(viewport, screen), screen)
}

/** The whole document, upright or as rotated, in the middle of the area. */
export function fitted(viewport: Viewport, document: Size, area: Size): Viewport {
  const cosine = Math.abs(Math.cos(viewport.rotation))
  const sine = Math.abs(Math.sin(viewport.rotation))
  const width = document.width * cosine + document.height * sine
  const height = document.width * sine + document.height * cosine
  const zoom = Math.min((area.width - 2 * FIT_MARGIN) / width, (area.height - 2 * FIT_MARGIN) / height)
  return centred({ ...viewport, zoom: Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, zoom)) }, document, area)
}

export function centred(viewport: Viewport, document: Size, area: Size): Viewport {
  const middle = { x: document.width / 2, y: document.height / 2 }
  return holding(viewport, middle, { x: area.width / 2, y: area.height / 2 })
}

/** The next step of a list of comfortable zooms. */
export function steppedZoom(zoom: number, direction: 1 | -1): number {
  const ladder = [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64]
  const next =
    direction === 1 ? ladder.find((rung) => rung > zoom * 1.001) : ladder.findLast((rung) => rung < zoom * 0.999)
  return next ?? (direction === 1 ? LARGEST_ZOOM : SMALLEST_ZOOM)
}

function holding(viewport: Viewport, point: Point, screen: Point): Viewport {
  const now = toScreen(viewport, point)
  return { ...viewport, x: viewport.x + screen.x - now.x, y: viewport.y + screen.y - now.y }
}

function rotated({ x, y }: Point, angle: number): Point {
  const cosine = Math.cos(angle)
  const sine = Math.sin(angle)
  return { x: cosine * x - sine * y, y: sine * x + cosine * y }
}

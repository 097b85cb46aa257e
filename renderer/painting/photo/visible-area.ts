import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { PhotoArea } from '../../../electron/contract/open-photo.ts'
import { toDocument, type Size, type Viewport } from '../viewport/viewport.ts'
import type { ScenePhoto } from './photo-scene.ts'

/** How much more of the photo is read on each side of the view, so that small moves need nothing new. */
const MARGIN = 0.15
/** The reduced copy is sharp enough while the screen shows one of its pixels with at most this many of its own. */
const SHARP_ENOUGH = 1.1
const LARGEST_SIDE = 4096

/**
 * The part of a photo that should be read anew to be sharp on the screen; undefined where its reduced copy is sharp enough,
 * or nothing of it is seen.
 *
 * @param area of the view, in CSS pixels
 * @param density device pixels per CSS pixel
 */
export function visibleArea(
  photo: ScenePhoto,
  document: ImageSize,
  viewport: Viewport,
  area: Size,
  density: number,
): PhotoArea | undefined {
  const perDocument = photo.width / document.width
  const devicePerPhoto = (viewport.zoom * density) / perDocument
  const copyPerPhoto = photo.whole.width / photo.width
  if (devicePerPhoto <= copyPerPhoto * SHARP_ENOUGH || copyPerPhoto >= 1) return undefined
  const corners = [
    { x: 0, y: 0 },
    { x: area.width, y: 0 },
    { x: 0, y: area.height },
    { x: area.width, y: area.height },
  ].map((corner) => toDocument(viewport, corner))
  const acrossAll = span(
    corners.map(({ x }) => x * perDocument),
    photo.width,
  )
  const downAll = span(
    corners.map(({ y }) => (y * photo.height) / document.height),
    photo.height,
  )
  if (acrossAll === undefined || downAll === undefined) return undefined
  const share = Math.min(1, devicePerPhoto, LARGEST_SIDE / Math.max(acrossAll.length, downAll.length))
  return {
    x: acrossAll.from,
    y: downAll.from,
    width: acrossAll.length,
    height: downAll.length,
    shown: {
      width: Math.max(1, Math.round(acrossAll.length * share)),
      height: Math.max(1, Math.round(downAll.length * share)),
    },
  }
}

/** Whole pixels around some places, with a margin, inside the photo; undefined when no pixel is left. */
function span(places: readonly number[], size: number): { readonly from: number; readonly length: number } | undefined {
  const least = Math.min(...places)
  const most = Math.max(...places)
  const margin = (most - least) * MARGIN
  const from = Math.max(0, Math.floor(least - margin))
  const to = Math.min(size, Math.ceil(most + margin))
  return to > from ? { from, length: to - from } : undefined
}

/** Whether a part that was read shows another one at least as sharply. */
export function covers(read: PhotoArea, wanted: PhotoArea, slack: number): boolean {
  const inside =
    read.x <= wanted.x + wanted.width * slack &&
    read.y <= wanted.y + wanted.height * slack &&
    read.x + read.width >= wanted.x + wanted.width * (1 - slack) &&
    read.y + read.height >= wanted.y + wanted.height * (1 - slack)
  return inside && read.shown.width / read.width >= (wanted.shown.width / wanted.width) * 0.9
}

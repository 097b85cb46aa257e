import type { Rectangle } from '../contract/photo-patch.ts'

/** How large places are divided; in pixels. */
export interface TileLimits {
  /** A place up to this size is made at once: the memory that making takes grows with it. */
  readonly mostAtOnce: number
  /** Size of the tiles of larger places. */
  readonly tile: number
  /** How far a tile reaches into finished ones. */
  readonly overlap: number
}

export const TILE_LIMITS: TileLimits = { mostAtOnce: 2_500_000, tile: 800_000, overlap: 160 }

/** Over this share of the overlap one tile goes over into the other. */
const FADE_SHARE = 0.6

/** A part of a place that is made at once, after those before it. All in pixels of the photo. */
export interface EditTile {
  /** What is finished once the tile is made; the cores of all tiles cover the place without overlap. */
  readonly core: Rectangle
  /** Core and what the tile sees, and partly makes once more, of the finished tiles on its left and above it. */
  readonly place: Rectangle
}

/** The tiles of a place, row by row from the top left; one where the place is small. */
export function editTiles(
  { x: left, y: top, width, height }: Rectangle,
  { mostAtOnce, tile, overlap }: TileLimits,
): readonly EditTile[] {
  const side = width * height <= mostAtOnce ? Math.max(width, height) : Math.sqrt(tile)
  const columns = Math.ceil(width / side)
  const rows = Math.ceil(height / side)
  const edge = (index: number, count: number, length: number): number => Math.round((index * length) / count)
  return Array.from({ length: columns * rows }, (_, index) => {
    const column = index % columns
    const row = Math.floor(index / columns)
    const x = left + edge(column, columns, width)
    const y = top + edge(row, rows, height)
    const right = left + edge(column + 1, columns, width)
    const bottom = top + edge(row + 1, rows, height)
    const from = { x: Math.max(left, x - overlap), y: Math.max(top, y - overlap) }
    return {
      core: { x, y, width: right - x, height: bottom - y },
      place: { ...from, width: right - from.x, height: bottom - from.y },
    }
  })
}

/**
 * Lets a tile's mask fade out into the finished tiles, in place: beyond that they are given, so that what is made goes on from
 * them as it goes on from the photo.
 *
 * @param mask 0..1 over the tile's place
 */
export function fadeIntoFinished({ core, place }: EditTile, mask: Float32Array): void {
  const firstColumn = core.x - place.x
  const firstRow = core.y - place.y
  const fade = FADE_SHARE * Math.max(firstColumn, firstRow)
  for (let y = 0; y < place.height; y++) {
    const end = y < firstRow ? place.width : firstColumn
    for (let x = 0; x < end; x++) {
      const way = Math.max(firstColumn - x, firstRow - y)
      const share = Math.max(0, 1 - way / fade)
      const at = y * place.width + x
      mask[at] = (mask[at] ?? 0) * share * share * (3 - 2 * share)
    }
  }
}

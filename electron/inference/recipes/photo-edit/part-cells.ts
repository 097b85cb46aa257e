import type { ImageSize } from '../../../contract/image-size.ts'
import { widened } from '../../../detail/class-codes.ts'
import { partOwners, surroundingsOwners } from '../../reading/part-owners.ts'
import type { PreparedPhoto } from '../../reading/photo-reader.ts'

/** Cells of a grid over a photo, 1 for each. */
export interface CellArea {
  readonly cells: Uint8Array
  /** Those that do not lie close to the area's edge, where changes fade out. */
  readonly inner: Uint8Array
}

/** Where a part lies. */
export interface PartCells {
  /** With what lies around it. */
  readonly inside: CellArea
  /** What the pack sees. */
  readonly seen: CellArea
}

/** Where the parts of a photo lie in a grid; worked out part by part, as they are edited. */
export class PartsInGrid {
  /** The number of each cell's part from 1, or 0; with what lies around the parts. */
  readonly owners: Uint8Array
  readonly #grid: ImageSize
  readonly #squares: Uint8Array
  readonly #known = new Map<number, PartCells>()

  constructor(parts: readonly PreparedPhoto[], working: ImageSize, grid: ImageSize) {
    this.owners = surroundingsOwners(parts, working, grid)
    this.#squares = partOwners(parts, working, grid)
    this.#grid = grid
  }

  of(index: number): PartCells {
    const known = this.#known.get(index)
    if (known !== undefined) return known
    const made = {
      inside: areaOf(this.owners, index + 1, this.#grid),
      seen: areaOf(this.#squares, index + 1, this.#grid),
    }
    this.#known.set(index, made)
    return made
  }
}

/** Made for the last grid over each photo; they go with its parts. */
const known = new WeakMap<readonly PreparedPhoto[], { readonly key: string; readonly made: PartsInGrid }>()

/** @param working size of the photo that the parts were found in */
export function partsInGrid(parts: readonly PreparedPhoto[], working: ImageSize, grid: ImageSize): PartsInGrid {
  const key = [working.width, working.height, grid.width, grid.height].join(' ')
  const before = known.get(parts)
  if (before?.key === key) return before.made
  const made = new PartsInGrid(parts, working, grid)
  known.set(parts, { key, made })
  return made
}

/** Share of an area's side over which changes fade out at its edge. */
const RIM = 0.02

function areaOf(owners: Uint8Array, number: number, { width, height }: ImageSize): CellArea {
  const cells = new Uint8Array(owners.length)
  const outside = new Uint8Array(owners.length)
  let count = 0
  for (let at = 0; at < owners.length; at++) {
    if (owners[at] !== number) outside[at] = 1
    else count += cells[at] = 1
  }
  const rim = 1 + Math.round(Math.sqrt(count) * RIM)
  return { cells, inner: widened(outside, width, height, rim).map((value) => 1 - value) }
}

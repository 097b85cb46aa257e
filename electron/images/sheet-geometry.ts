import type { ImageSize } from '../contract/image-size.ts'

/** Where everything of a contact sheet lies, in pixels. */
export interface SheetGeometry extends ImageSize {
  readonly cell: ImageSize
  /** Left edge of column 0 (the layouts) and of each exemplar's column after it. */
  readonly columns: readonly number[]
  /** Top edge of row 0 (the exemplars) and of each layout's row after it. */
  readonly rows: readonly number[]
  /** Height of a caption under a header cell, 0 without captions. */
  readonly captionHeight: number
  /** Radius of the cells' corners. */
  readonly radius: number
}

/** Longest side of a sheet: viewers and README pages stay comfortable, and memory under 200 MB. */
const MAX_SHEET_SIDE = 8000

/**
 * A grid of `columns` exemplars by `rows` layouts, with one header row and column set off by a wider
 * gap than the results have between them. Cells shrink when the sheet would grow too large.
 *
 * @param cell wanted size of one cell
 */
export function sheetGeometry(columns: number, rows: number, cell: ImageSize, captions: boolean): SheetGeometry {
  const scale = Math.min(
    1,
    MAX_SHEET_SIDE / (1.1 * (columns + 1) * cell.width),
    MAX_SHEET_SIDE / (1.2 * (rows + 1) * cell.height),
  )
  const size = {
    width: Math.max(8, Math.floor(cell.width * scale)),
    height: Math.max(8, Math.floor(cell.height * scale)),
  }
  // All spacing follows the cell: 1/24 between results, three times as much around and after headers.
  const gap = Math.max(1, Math.round(Math.min(size.width, size.height) / 24))
  const margin = gap * 3
  const captionHeight = captions ? Math.max(8, Math.round(gap * 2.4)) : 0
  const columnEdges = edges(columns, margin, size.width, margin, gap)
  const rowEdges = edges(rows, margin, size.height + captionHeight, margin, gap)
  return {
    cell: size,
    columns: columnEdges,
    rows: rowEdges,
    captionHeight,
    radius: Math.round(gap * 0.75),
    width: (columnEdges.at(-1) ?? 0) + size.width + margin,
    height: (rowEdges.at(-1) ?? 0) + size.height + captionHeight + margin,
  }
}

function edges(count: number, margin: number, headerExtent: number, headerGap: number, gap: number): readonly number[] {
  const first = margin + headerExtent + headerGap
  const cellExtent = headerExtent
  return [margin, ...Array.from({ length: count }, (_, index) => first + index * (cellExtent + gap))]
}

import type { ImageSize } from '../contract/image-size.ts'
import type { RgbImage } from '../contract/rgb-image.ts'
import type { Colour } from './class-colours.ts'
import { renderCaption } from './render-caption.ts'
import { SheetCanvas } from './sheet-canvas.ts'
import { sheetGeometry } from './sheet-geometry.ts'
import { coverCell, fitCell } from './sheet-cell.ts'

/** One picture of a sheet, loaded when its turn comes so that a large batch never sits in memory. */
export interface SheetEntry {
  readonly load: () => Promise<RgbImage>
  /** Shown beneath header cells; no caption row is laid out when no entry has one. */
  readonly caption?: string
}

/** What a contact sheet shows. */
export interface ContactSheet {
  /** Top row: photos, cropped to the cell. */
  readonly exemplars: readonly SheetEntry[]
  /** Left column: layouts already painted in their classes' colours. */
  readonly layouts: readonly SheetEntry[]
  /** `results[row][column]` belongs to `layouts[row]` and `exemplars[column]`; undefined leaves the cell empty. */
  readonly results: readonly (readonly (SheetEntry | undefined)[])[]
  /** Wanted size of one cell in pixels; very large sheets use smaller ones. */
  readonly cell: ImageSize
  /** A font file for captions in scripts that the system has no font for. */
  readonly fallbackFont?: string
}

const BACKGROUND: Colour = [250, 249, 246]
const CAPTION: Colour = [92, 92, 98]

/** Composes the sheet; the same entries give the same pixels (captions: with the same fonts installed). */
export async function composeContactSheet(sheet: ContactSheet): Promise<RgbImage> {
  const captions = [...sheet.exemplars, ...sheet.layouts].some(({ caption }) => caption !== undefined)
  const geometry = sheetGeometry(sheet.exemplars.length, sheet.layouts.length, sheet.cell, captions)
  const canvas = new SheetCanvas(geometry.width, geometry.height, BACKGROUND)

  const draw = async (entry: SheetEntry, column: number, row: number, fill: typeof fitCell): Promise<void> => {
    const left = geometry.columns[column] ?? 0
    const top = geometry.rows[row] ?? 0
    const image = await fill(await entry.load(), geometry.cell)
    const inset = { x: (geometry.cell.width - image.width) >> 1, y: (geometry.cell.height - image.height) >> 1 }
    canvas.drawRounded(image, left + inset.x, top + inset.y, geometry.radius)
    if (entry.caption === undefined) return
    const mask = await renderCaption(
      entry.caption,
      { width: geometry.cell.width, height: geometry.captionHeight },
      sheet.fallbackFont,
    )
    const captionTop = top + geometry.cell.height + ((geometry.captionHeight - mask.height) >> 1)
    canvas.drawMask(mask, left + ((geometry.cell.width - mask.width) >> 1), captionTop, CAPTION)
  }

  for (const [column, exemplar] of sheet.exemplars.entries()) await draw(exemplar, column + 1, 0, coverCell)
  for (const [row, results] of sheet.results.entries()) {
    const layout = sheet.layouts[row]
    if (layout !== undefined) await draw(layout, 0, row + 1, fitCell)
    for (const [column, result] of results.entries()) {
      if (result !== undefined) await draw({ load: result.load }, column + 1, row + 1, fitCell)
    }
  }
  return canvas.toImage()
}

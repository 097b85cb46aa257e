/** Where the pictures of a contact sheet lie, in pixels. */
export interface SheetPlaces {
  readonly width: number
  readonly height: number
  readonly cells: readonly SheetCell[]
}

export interface SheetCell {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Top of the caption under the picture. */
  readonly captionY: number
}

export const SHEET_MARGIN = 24
export const CAPTION_HEIGHT = 28

/** As square a sheet as the number of pictures allows; every picture has the same place. @param size Of one picture. */
export function sheetPlaces(count: number, size: { readonly width: number; readonly height: number }): SheetPlaces {
  const columns = Math.max(1, Math.ceil(Math.sqrt((count * size.height) / size.width)))
  const rows = Math.max(1, Math.ceil(count / columns))
  const stepX = size.width + SHEET_MARGIN
  const stepY = size.height + CAPTION_HEIGHT + SHEET_MARGIN
  const cells = Array.from({ length: count }, (_, index) => {
    const x = SHEET_MARGIN + (index % columns) * stepX
    const y = SHEET_MARGIN + Math.floor(index / columns) * stepY
    return { x, y, ...size, captionY: y + size.height }
  })
  return { width: SHEET_MARGIN + columns * stepX, height: SHEET_MARGIN + rows * stepY, cells }
}

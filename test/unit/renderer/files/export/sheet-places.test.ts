import { describe, expect, it } from 'vitest'

import { sheetPlaces } from '../../../../../renderer/files/export/sheet-places.ts'

describe('contact sheet', () => {
  // Bug it would catch: pictures or captions that lie over one another or beyond the sheet.
  it.each([
    [1, 256, 256],
    [4, 256, 256],
    [4, 1024, 256],
    [3, 256, 1024],
  ])('gives %i pictures of %i × %i places apart from one another, inside it', (count, width, height) => {
    const sheet = sheetPlaces(count, { width, height })
    expect(sheet.cells).toHaveLength(count)
    for (const [index, cell] of sheet.cells.entries()) {
      expect(cell.x + cell.width).toBeLessThanOrEqual(sheet.width)
      expect(cell.captionY).toBeLessThan(sheet.height)
      for (const other of sheet.cells.slice(index + 1)) {
        const beside = other.x >= cell.x + cell.width || cell.x >= other.x + other.width
        expect(beside || other.y > cell.captionY).toBe(true)
      }
    }
  })
})

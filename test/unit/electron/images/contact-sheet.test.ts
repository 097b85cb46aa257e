import { describe, expect, it } from 'vitest'
import { composeContactSheet } from '../../../../electron/images/contact-sheet.ts'
import { sheetGeometry } from '../../../../electron/images/sheet-geometry.ts'
import type { RgbImage } from '../../../../electron/contract/rgb-image.ts'

function flat(width: number, height: number, colour: readonly [number, number, number]): RgbImage {
  const data = new Uint8Array(width * height * 3)
  for (let offset = 0; offset < data.length; offset += 3) data.set(colour, offset)
  return { width, height, data }
}

const entry = (colour: readonly [number, number, number], caption?: string) => ({
  load: () => Promise.resolve(flat(48, 48, colour)),
  ...(caption === undefined ? {} : { caption }),
})

function centre(image: RgbImage, left: number, top: number): number[] {
  const offset = ((top + 24) * image.width + left + 24) * 3
  return [...image.data.subarray(offset, offset + 3)]
}

describe('composeContactSheet', () => {
  it('puts exemplars on top, layouts at the left, and each result where its row and column cross', async () => {
    const geometry = sheetGeometry(2, 2, { width: 48, height: 48 }, false)
    const sheet = await composeContactSheet({
      exemplars: [entry([10, 0, 0]), entry([20, 0, 0])],
      layouts: [entry([0, 10, 0]), entry([0, 20, 0])],
      results: [
        [entry([11, 11, 0]), entry([12, 12, 0])],
        [entry([13, 13, 0]), undefined],
      ],
      cell: { width: 48, height: 48 },
    })
    const [x0 = 0, x1 = 0, x2 = 0] = geometry.columns
    const [y0 = 0, y1 = 0, y2 = 0] = geometry.rows
    expect([sheet.width, sheet.height]).toEqual([geometry.width, geometry.height])
    expect(centre(sheet, x1, y0)).toEqual([10, 0, 0])
    expect(centre(sheet, x2, y0)).toEqual([20, 0, 0])
    expect(centre(sheet, x0, y1)).toEqual([0, 10, 0])
    expect(centre(sheet, x0, y2)).toEqual([0, 20, 0])
    expect(centre(sheet, x1, y1)).toEqual([11, 11, 0])
    expect(centre(sheet, x2, y1)).toEqual([12, 12, 0])
    expect(centre(sheet, x1, y2)).toEqual([13, 13, 0])
    const background = centre(sheet, x0, y0)
    expect(centre(sheet, x2, y2)).toEqual(background)
  })

  it('shows a file name with markup characters as text (Pango refuses a bare "&" or "<")', async () => {
    const sheet = await composeContactSheet({
      exemplars: [entry([10, 0, 0], 'R&D <b> a very long name that cannot fit one cell at all.jpg')],
      layouts: [],
      results: [],
      cell: { width: 48, height: 48 },
    })
    expect(sheet.width).toBeGreaterThan(48)
  })
})

describe('sheetGeometry', () => {
  it('shrinks the cells of a huge batch instead of growing past what viewers open', () => {
    const geometry = sheetGeometry(120, 40, { width: 512, height: 512 }, true)
    expect(Math.max(geometry.width, geometry.height)).toBeLessThanOrEqual(8000)
  })

  it('never lets cells overlap, at any size and with captions', () => {
    for (const cell of [8, 48, 256, 512]) {
      const { columns, rows, cell: drawn, captionHeight } = sheetGeometry(5, 4, { width: cell, height: cell }, true)
      for (const [index, left] of columns.slice(1).entries())
        expect(left).toBeGreaterThan((columns[index] ?? 0) + drawn.width)
      for (const [index, top] of rows.slice(1).entries())
        expect(top).toBeGreaterThan((rows[index] ?? 0) + drawn.height + captionHeight)
    }
  })
})

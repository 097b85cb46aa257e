import { readFileSync } from 'node:fs'
import sharp, { type OutputInfo } from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawIcon, ICON_SIZES, iconFile } from '../../../../scripts/icons/draw-icon.mjs'

describe('the icons', () => {
  // Bug it would catch: a changed drawing of which some sizes were forgotten.
  it.each(ICON_SIZES)('in %i pixels is the drawing of today', async (size) => {
    const [kept, drawn] = await Promise.all([pixels(readFileSync(iconFile(size))), pixels(await drawIcon(size))])
    expect([kept.info.width, kept.info.height, kept.info.channels]).toEqual([size, size, 4])
    const difference = kept.data.reduce((sum, value, index) => sum + Math.abs(value - (drawn.data[index] ?? 0)), 0)
    // Other versions of the libraries may round otherwise.
    expect(difference / kept.data.length).toBeLessThan(0.5)
  })

  it('leave the corners of the screen to the desktop', async () => {
    const { data } = await pixels(readFileSync(iconFile(256)))
    expect([data[3], data[256 * 4 - 1]]).toEqual([0, 0])
  })
})

function pixels(png: Uint8Array): Promise<{ data: Buffer; info: OutputInfo }> {
  return sharp(png).raw().toBuffer({ resolveWithObject: true })
}

import path from 'node:path'

import sharp from 'sharp'

import { root } from '../setup/repository.mjs'

/**
 * Sides in pixels: the ones that Linux desktops look for, and 1024 for systems that make their own set of sizes from
 * it.
 */
export const ICON_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

/** Units of the drawing a side. */
const DRAWING_SIDE = 1024
/** librsvg draws one unit as one pixel at this density. */
const UNIT_DENSITY = 96

/** @param {number} size */
export function iconFile(size) {
  return `assets/icons/${size}x${size}.png`
}

/**
 * The icon as a PNG. Small ones are drawn at four times their size and reduced, which keeps thin lines even.
 *
 * @param {number} size
 */
export function drawIcon(size) {
  const density = (UNIT_DENSITY * Math.min(DRAWING_SIDE, size * 4)) / DRAWING_SIDE
  return sharp(path.join(root, 'assets/icons/cocanvas.svg'), { density })
    .resize(size, size, { kernel: 'lanczos3' })
    .png({ compressionLevel: 9, palette: false })
    .toBuffer()
}

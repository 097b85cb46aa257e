/** Nothing painted here: the layers below show through. No pack may use this id. */
export const UNLABELLED = 255

/**
 * Class ids of one label layer, one byte per pixel, row by row from the top left: `data[y * width + x]`, 0..255 with
 * `UNLABELLED` where the layer is empty. The bytes change in place; whoever changes them reports the rectangle.
 */
export interface LabelRaster {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export function createRaster(width: number, height: number, classId: number = UNLABELLED): LabelRaster {
  return { width, height, data: new Uint8Array(width * height).fill(classId) }
}

/** The class id at a pixel; `UNLABELLED` outside. */
export function classAt(raster: LabelRaster, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= raster.width || y >= raster.height) return UNLABELLED
  return raster.data[y * raster.width + x] ?? UNLABELLED
}

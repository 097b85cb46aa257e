import { ImageError } from './image-error.ts'

/** Largest picture that is decoded, in pixels: 100 megapixels are 300 MB of RGB. */
export const MAX_PICTURE_PIXELS = 100_000_000

/**
 * Refuses a picture by the size its header declares, before a single pixel is allocated.
 *
 * @throws ImageError `too-large` or, for a size of zero, `damaged`.
 */
export function checkPictureSize(name: string, width: number, height: number): void {
  if (width < 1 || height < 1) {
    throw new ImageError('damaged', `${name} declares a size of ${width}×${height} pixels: save it again.`)
  }
  if (width * height > MAX_PICTURE_PIXELS) {
    const megapixels = Math.round((width * height) / 1_000_000)
    throw new ImageError(
      'too-large',
      `${name} is ${width}×${height} pixels (${megapixels} megapixels); Cocanvas opens pictures of up to 100 megapixels, so scale it down first.`,
    )
  }
}

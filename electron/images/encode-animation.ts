import type { RgbImage } from '../contract/rgb-image.ts'
import { loadSharp } from './load-sharp.ts'

/** Loss that is not seen in motion. */
const QUALITY = 90

/**
 * Frames as an animated WebP that repeats for ever. Neighbouring frames that are the same become one that stays longer.
 *
 * @param frames at least one, all of one size
 * @param frameMilliseconds how long each is shown
 */
export async function encodeAnimation(frames: readonly RgbImage[], frameMilliseconds: number): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const pages = await Promise.all(
    frames.map(({ width, height, data }) =>
      sharp(data, { raw: { width, height, channels: 3 } })
        .png({ compressionLevel: 1 })
        .toBuffer(),
    ),
  )
  const joined = pages.length === 1 ? sharp(pages[0]) : sharp(pages, { join: { animated: true } })
  return joined.webp({ quality: QUALITY, loop: 0, delay: frames.map(() => frameMilliseconds) }).toBuffer()
}

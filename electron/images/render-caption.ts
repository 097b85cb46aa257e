import type { ImageSize } from '../contract/image-size.ts'
import { loadSharp } from './load-sharp.ts'

/** Coverage 0..255 per pixel. */
export interface CaptionMask extends ImageSize {
  readonly data: Uint8Array
}

const CHARACTERS = new Intl.Segmenter()

/**
 * A caption in the system's sans-serif font, as large as the box's height asks and shortened with an ellipsis where it is too
 * wide. Characters that the system has no font for come from `fallbackFont`; without any font the mask is empty.
 *
 * @param fallbackFont a TrueType file, for Chinese, Japanese and Korean on systems that have no fonts for them
 */
export async function renderCaption(caption: string, box: ImageSize, fallbackFont?: string): Promise<CaptionMask> {
  const sharp = await loadSharp()
  // 72 dpi makes one point one pixel; 0.55 leaves air around the line.
  const size = Math.max(6, Math.round(box.height * 0.55))
  const characters = Array.from(CHARACTERS.segment(caption), ({ segment }) => segment)
  for (let length = characters.length; length > 0; length--) {
    const text =
      length === characters.length
        ? caption
        : `${characters
            .slice(0, length - 1)
            .join('')
            .trimEnd()}…`
    const { data, info } = await sharp({
      text: {
        text: escapeMarkup(text),
        font: `sans ${String(size)}`,
        rgba: false,
        dpi: 72,
        ...(fallbackFont === undefined ? {} : { fontfile: fallbackFont }),
      },
    })
      .extractChannel(0)
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    if (info.width <= box.width) return { width: info.width, height: info.height, data: new Uint8Array(data) }
    // Jump near the length that fits instead of trying every one.
    length = Math.min(length, Math.ceil((length * box.width) / info.width) + 1)
  }
  return { width: 0, height: 0, data: new Uint8Array(0) }
}

/** Pango reads its text as markup; a file name is not. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Picture formats told apart by their first bytes; the file's extension is never trusted. */
export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff' | 'avif' | 'heic' | 'bmp' | 'svg'

const ASCII = new TextDecoder('latin1')

/** The format that the first bytes announce, or undefined when they announce none that we know. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  const text = ASCII.decode(bytes.subarray(0, 256))
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp'
  if (text.startsWith('GIF8')) return 'gif'
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'tiff'
  if (text.slice(4, 8) === 'ftyp') {
    // The major brand of either may be mif1, so the compatible brands decide.
    const brands = text.slice(8, 40)
    if (/avi[fs]/.test(brands)) return 'avif'
    if (/hei[cxms]|hev[cxms]|mif1/.test(brands)) return 'heic'
  }
  if (text.startsWith('BM')) return 'bmp'
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(text)) return 'svg'
  return undefined
}

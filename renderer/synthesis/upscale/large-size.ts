import type { ImageSize } from '../../../electron/contract/image-size.ts'

/** The size with exactly the document's aspect whose longer side is `side`. */
export function largeSize({ width, height }: ImageSize, side: number): ImageSize {
  const scale = side / Math.max(width, height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

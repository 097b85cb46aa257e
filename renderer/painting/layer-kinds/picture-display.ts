import type { DisplayItem, LiveSource } from './display-item.ts'

interface PictureLayer {
  readonly id: string
  readonly pictureId: string | null
}

/** The layer's own picture, or else the live one; undefined where it has neither. */
export function pictureItem(
  { id, pictureId }: PictureLayer,
  opacity: number,
  source?: LiveSource,
): DisplayItem | undefined {
  if (pictureId !== null) return { kind: 'picture', key: id, pictureId, opacity }
  return source === undefined ? undefined : { kind: 'live', key: id, source, opacity }
}

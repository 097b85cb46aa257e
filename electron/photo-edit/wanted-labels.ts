import type { Labels } from '../detail/raster.ts'
import type { EditedWindow } from './edited-window.ts'

/** The wanted classes where the edit changes them, the photo's own elsewhere. */
export function wantedLabels({ before, after, region }: Pick<EditedWindow, 'before' | 'after' | 'region'>): Labels {
  const data = before.data.slice()
  for (let at = 0; at < data.length; at++) if (region.core[at] === 1) data[at] = after.data[at] ?? 0
  return { ...before, data }
}

import type { ExportSources } from './export-sources.ts'

/** What the export window offers. */
export type ExportContent = 'result' | 'warp' | 'layout' | 'labels' | 'layers' | 'sheet'

export interface ExportChoice {
  readonly content: ExportContent
  readonly format: 'png' | 'jpeg'
  /** 1..100, for JPEG. */
  readonly quality: number
  /** Whether a PNG tells how its picture was made. */
  readonly metadata: boolean
}

export const exportContents: readonly ExportContent[] = ['result', 'warp', 'layout', 'labels', 'layers', 'sheet']

/** Whether this content exists yet. */
export function isAvailable(content: ExportContent, sources: ExportSources): boolean {
  if (content === 'result') return sources.result !== undefined
  if (content === 'warp') return sources.warp !== undefined
  return true
}

/** Only pictures may be PNG or JPEG: labels must stay exact, and layers make a Photoshop file. */
export function hasFormatChoice(content: ExportContent): boolean {
  return content !== 'labels' && content !== 'layers'
}

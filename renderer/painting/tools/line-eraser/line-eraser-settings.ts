import { mirrorSettings, type MirrorSettings } from '../pen/pen-settings.ts'

export interface LineEraserSettings extends MirrorSettings {
  /** Whether a touched line goes as a whole, or loses only what the eraser covers. */
  readonly lineEraserTakes: 'lines' | 'pieces'
  /** Diameter in document pixels. */
  readonly lineEraserSize: number
}

export const lineEraserSettings: LineEraserSettings = {
  ...mirrorSettings,
  lineEraserTakes: 'pieces',
  lineEraserSize: 12,
}

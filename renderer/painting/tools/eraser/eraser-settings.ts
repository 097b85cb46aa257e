import { pressureSettings, type PressureSettings } from '../brush/stroke-settings.ts'

export interface EraserSettings extends PressureSettings {
  /** Diameter in document pixels. */
  readonly eraserSize: number
}

export const eraserSettings: EraserSettings = { ...pressureSettings, eraserSize: 32 }

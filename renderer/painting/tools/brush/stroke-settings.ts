/** Whether a pen's pressure sets the size of a stroke, for brush and eraser alike. */
export interface PressureSettings {
  readonly pressureSetsSize: boolean
}

/** Diameter in document pixels. */
export interface BrushSizeSettings {
  readonly brushSize: number
}

export const pressureSettings: PressureSettings = { pressureSetsSize: true }
export const brushSizeSettings: BrushSizeSettings = { brushSize: 32 }

export interface FillSettings {
  /** Widest gap in pixels that a fill treats as closed. */
  readonly fillGap: number
  readonly fillContiguous: boolean
  readonly fillAllLayers: boolean
}

export const fillSettings: FillSettings = { fillGap: 0, fillContiguous: true, fillAllLayers: true }

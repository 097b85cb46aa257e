import { penSettings, type PenSettings } from '../pen/pen-settings.ts'

export interface ReshapeSettings extends Pick<PenSettings, 'linePart'> {
  /** How much of a line follows the pulled place: document pixels along the line, both directions together. */
  readonly reshapeSize: number
}

export const reshapeSettings: ReshapeSettings = { linePart: penSettings.linePart, reshapeSize: 48 }

/** A setting that all tools for closed shapes share. */
export interface ShapeSettings {
  /** Whether closed shapes paint the class or change the selection. */
  readonly shapeAction: 'paint' | 'select'
}

export const shapeSettings: ShapeSettings = { shapeAction: 'paint' }

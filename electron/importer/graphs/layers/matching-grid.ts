import { PICTURE_SIDE } from '../conditions/modulating-map.ts'

/** Side of the grid on which condition and exemplar are matched. */
export const GRID_SIDE = 64
/** Its positions. */
export const GRID_POSITIONS = GRID_SIDE * GRID_SIDE
/** Picture pixels per grid cell and side. */
export const GRID_STRIDE = PICTURE_SIDE / GRID_SIDE
/** Softmax temperature of the official code. */
export const TEMPERATURE = 0.01

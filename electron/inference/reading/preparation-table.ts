import type { ExemplarPreparation } from '../../contract/recipes/models/synthesis-manifest.ts'
import { alignedFace } from './aligned-face.ts'
import type { PhotoPreparation } from './photo-reader.ts'

/** How photos are prepared, by the name that a pack's manifest gives it. */
export const PREPARATIONS: Readonly<Record<ExemplarPreparation, PhotoPreparation>> = { 'aligned-face': alignedFace }

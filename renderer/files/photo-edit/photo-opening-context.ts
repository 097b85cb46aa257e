import { providedContext } from '../../shared/lib/provided-context.ts'
import type { PhotoOpening } from './photo-opening.ts'

export const [PhotoOpeningContext, usePhotoOpening] = providedContext<PhotoOpening>('opening of photos')

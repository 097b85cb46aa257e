import { providedContext } from '../../shared/lib/provided-context.ts'
import type { PhotoEditing } from './photo-editing.ts'

/** The photo that is edited, and what becomes of it. */
export const [PhotoEditingContext, usePhotoEditing] = providedContext<PhotoEditing>('photo that is edited')

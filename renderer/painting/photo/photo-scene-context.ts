import { providedContext } from '../../shared/lib/provided-context.ts'
import type { PhotoScene } from './photo-scene.ts'

/** The photo that the workspace shows at its own size. */
export const [PhotoSceneContext, usePhotoScene] = providedContext<PhotoScene>('photo that is being changed')

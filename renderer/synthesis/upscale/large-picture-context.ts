import { providedContext } from '../../shared/lib/provided-context.ts'
import type { LargePicture } from './large-picture.ts'

export const [LargePictureContext, useLargePicture] = providedContext<LargePicture>('large picture')

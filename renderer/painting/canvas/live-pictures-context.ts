import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { providedContext } from '../../shared/lib/provided-context.ts'
import type { ReadonlyObservable } from '../../shared/lib/observable.ts'
import type { LiveSource } from '../layer-kinds/display-item.ts'

/** The pictures that come from outside the document; undefined while there is none. */
export type LivePictures = Readonly<Record<LiveSource, ReadonlyObservable<RgbImage | undefined>>>

export const [LivePicturesContext, useLivePictures] = providedContext<LivePictures>('pictures of live synthesis')

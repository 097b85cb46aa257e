import type { ReactElement } from 'react'

import { useObservable } from '../../shared/lib/use-observable.ts'
import type { LiveSource } from '../layer-kinds/display-item.ts'
import { useLivePictures } from './live-pictures-context.ts'
import { PictureImage, type PicturePlace } from './picture-image.tsx'

/** A layer that follows live synthesis: the photo in use, the newest warp or the newest picture. */
export function LivePictureNode({ source, ...place }: PicturePlace & { readonly source: LiveSource }): ReactElement {
  const picture = useObservable(useLivePictures()[source])
  return <PictureImage picture={picture} {...place} />
}

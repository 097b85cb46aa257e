import type { ReactElement } from 'react'

import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { useLive } from '../live/live-context.ts'
import type { LiveSource } from './display-plan.ts'
import { PictureImage, type PicturePlace } from './picture-image.tsx'

/** A layer that follows live synthesis: the photo in use, the newest warp or the newest picture. */
export function LivePictureNode({ source, ...place }: PicturePlace & { readonly source: LiveSource }): ReactElement {
  const { results, exemplar } = useLive()
  const status = useObservable(exemplar.status)
  const warp = useObservable(results.warp)
  const result = useObservable(results.picture)
  const pictures: Readonly<Record<LiveSource, RgbImage | undefined>> = {
    exemplar: status.kind === 'ready' ? status.ready.image : undefined,
    warp,
    result: result?.image,
  }
  return <PictureImage picture={pictures[source]} {...place} />
}

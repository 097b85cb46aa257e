import { providedContext } from '../../shared/lib/provided-context.ts'
import type { Stroke } from '../../model/lines/stroke.ts'
import type { PhotoEdgeChoice } from '../../synthesis/edges/photo-edges.ts'

/** Finds the edges of the document's reference photo; undefined when there is none any more. */
export type FindPhotoEdges = (choice: PhotoEdgeChoice, signal: AbortSignal) => Promise<readonly Stroke[]> | undefined

export const [PhotoEdgesContext, useFindPhotoEdges] = providedContext<FindPhotoEdges>('finder of a photo’s edges')

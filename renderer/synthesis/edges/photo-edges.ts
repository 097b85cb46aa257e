import { cannyEdges } from '../../../electron/conditions/canny/canny-edges.ts'
import { greyImage } from '../../../electron/conditions/edges/grey-image.ts'
import { FACE_CLASSES, HAIR_PART } from '../../../electron/conditions/face/face-classes.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { resizeBilinear } from '../../../electron/resampling/bilinear.ts'
import { linePartTable } from '../../model/lines/line-parts.ts'
import { outlinesOfParts } from '../../model/tracing/masks-to-lines.ts'
import { linePartSchema, type LinePart, type Stroke } from '../../model/lines/stroke.ts'
import { linesThroughEdges } from '../../model/tracing/trace-edges.ts'
import type { HostJobs } from '../inference/host-jobs.ts'

/** The annotator that finds which part of a face each pixel belongs to. */
const PARSER = 'face-parts'
/** Longest side at which a photo is analysed: packs see no finer edges, and the window must not freeze. */
const LOOKED_AT = 512

export interface PhotoEdgeChoice {
  /** The outlines that the face parser finds. */
  readonly parts: boolean
  /** Other edges of the photo; where parts are drawn, only outside of the face. */
  readonly canny: boolean
  /** Thresholds of Canny's edges, as shares of the range of brightness, 0..1. */
  readonly low: number
  readonly high: number
}

/** The id of each part among the classes of the parser. */
const parserIds: ReadonlyMap<LinePart, number> = new Map(
  linePartSchema.options.flatMap((part): [LinePart, number][] => {
    const found = FACE_CLASSES.find(({ name }) => name === linePartTable[part].className)
    return found === undefined ? [] : [[part, found.id]]
  }),
)
/** The ids inside whose parts there are no other edges. */
const insideIds: ReadonlySet<number> = new Set(
  FACE_CLASSES.filter(({ part }) => part !== 0 && part !== HAIR_PART).map(({ id }) => id),
)

/**
 * The edges of a photo as lines to go on drawing with, in pixels of the photo.
 *
 * @throws JobCancelled when the signal is aborted, or the host's error when it cannot read the photo
 */
export async function edgesOfPhoto(
  client: Pick<HostJobs, 'annotate'>,
  photo: RgbImage,
  choice: PhotoEdgeChoice,
  signal: AbortSignal,
): Promise<readonly Stroke[]> {
  const scale = Math.min(1, LOOKED_AT / Math.max(photo.width, photo.height))
  const size = { width: Math.round(photo.width * scale), height: Math.round(photo.height * scale) }
  const seen = scale === 1 ? photo : resizeBilinear(photo, size)
  const parts = choice.parts ? await partsOf(client, seen, signal) : undefined
  const outlines = parts === undefined ? [] : outlinesOfParts(parts, parserIds)
  const others = choice.canny ? linesThroughEdges(otherEdges(seen, parts, choice), size, 'other') : []
  return [...outlines, ...others].map((stroke) => scaled(stroke, size, photo))
}

async function partsOf(
  client: Pick<HostJobs, 'annotate'>,
  photo: RgbImage,
  signal: AbortSignal,
): Promise<LabelMap | undefined> {
  const job = client.annotate(photo, PARSER)
  const cancel = (): void => job.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  const { condition } = await job.result.finally(() => signal.removeEventListener('abort', cancel))
  return 'labels' in condition ? condition.labels : undefined
}

function otherEdges(photo: RgbImage, parts: LabelMap | undefined, { low, high }: PhotoEdgeChoice): Uint8Array {
  const edges = cannyEdges(greyImage(photo), { low, high: Math.max(low, high) })
  if (parts !== undefined)
    for (let pixel = 0; pixel < edges.length; pixel += 1) if (insideIds.has(parts.data[pixel] ?? 0)) edges[pixel] = 0
  return edges
}

function scaled({ part, points, closed }: Stroke, from: ImageSize, to: ImageSize): Stroke {
  const across = to.width / from.width
  const down = to.height / from.height
  return { part, closed, points: points.map(([x, y]) => [x * across, y * down] as const) }
}

import { CocanvasError } from '../../contract/error-codes.ts'
import type { GenerationSettings } from '../../contract/generation-request.ts'
import type { CorrespondenceResult } from '../../contract/generation-result.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { LayoutPoint } from '../../contract/inference-protocol.ts'
import { bestMatch } from '../postprocess/best-match.ts'
import { scalarMapOf } from '../postprocess/scalar-map-of.ts'
import type { StageFlow } from './stage-flow.ts'

/** Flat index of the layout cell under a pixel. @throws CocanvasError `bad-request` outside the picture */
export function layoutCell({ x, y }: LayoutPoint, size: ImageSize, stride: number): number {
  if (x >= size.width || y >= size.height)
    throw new CocanvasError(
      'bad-request',
      `The point ${x}, ${y} lies outside the picture of ${size.width} × ${size.height}; point into it.`,
    )
  return Math.floor(y / stride) * Math.floor(size.width / stride) + Math.floor(x / stride)
}

/** Where one layout pixel's style comes from; the flow's `query` source names the pixel's cell. */
export async function queryCorrespondence(
  flow: StageFlow,
  { viewId, revision }: Pick<GenerationSettings, 'viewId' | 'revision'>,
  exemplar: ImageSize,
): Promise<CorrespondenceResult> {
  const heat = scalarMapOf(await flow.tensor('heat'))
  const { column, row, confidence } = bestMatch(heat)
  const bestPixel = {
    x: ((column + 0.5) * exemplar.width) / heat.width,
    y: ((row + 0.5) * exemplar.height) / heat.height,
  }
  return { viewId, revision, heat, bestMatch: bestPixel, confidence, timings: flow.timings }
}

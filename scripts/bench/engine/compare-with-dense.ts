import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { BenchHost } from './bench-host.ts'
import type { DensePipeline } from './dense-pipeline.ts'
import { median } from './median.ts'
import { requestOf, WARM_UP, type Scene } from './requests.ts'
import { stroke } from './strokes.ts'

/** The median time of the dense graph, and how many of the engine's pictures (from request to picture) fit into it. */
export interface DenseComparison {
  readonly milliseconds: number
  readonly ratio: number
}

/**
 * Both make the same pictures in turn, so that noise of the machine affects both alike. The engine's exemplar is
 * cached, as it is while a user paints; the dense graph keeps nothing.
 *
 * @throws when the pictures differ by more than rounding
 */
export async function compareWithDense(
  host: BenchHost,
  dense: DensePipeline,
  scene: Scene,
  layouts: readonly LabelMap[],
): Promise<DenseComparison> {
  const rival: number[] = []
  const ours: number[] = []
  for (const layout of layouts) {
    const request = requestOf(scene, turned(layout))
    const { image, milliseconds } = await dense.run(request)
    const { picture, result } = await stroke(host, request)
    if (meanDifference(image.data, result.image.data) > 1)
      throw new Error('The dense pipeline makes other pictures than the engine, so the bench compares unlike things.')
    rival.push(milliseconds)
    ours.push(picture)
  }
  const milliseconds = median(rival.slice(WARM_UP))
  return { milliseconds, ratio: milliseconds / median(ours.slice(WARM_UP)) }
}

/** Upside down, because the layout as it is may still be in the host's cache. */
function turned({ width, height, data }: LabelMap): LabelMap {
  return { width, height, data: data.toReversed() }
}

/** Mean difference of 8-bit values. */
function meanDifference(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / one.length
}

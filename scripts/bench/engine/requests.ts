import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import type { SynthesisRequest } from '../../../electron/contract/recipes/exemplar-synthesis.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { BenchHost } from './bench-host.ts'
import { stroke, type Stroke } from './strokes.ts'

/** The first runs of a host are left out: they load graphs and lay out memory. */
export const WARM_UP = 2

/** What stays the same over a series of pictures. */
export interface Scene {
  readonly packId: string
  readonly exemplar: Exemplar
  readonly size: ImageSize
}

export function requestOf({ packId, exemplar, size }: Scene, labels: LabelMap): SynthesisRequest {
  return {
    recipe: 'exemplar-synthesis',
    pack: { id: packId },
    condition: { kind: 'labels', labels },
    exemplar,
    size,
    seed: 0,
    options: {},
    viewId: 'bench',
    revision: 0,
  }
}

/** One picture per layout, those that warm the host up left out of the answer. */
export async function paint(host: BenchHost, scene: Scene, layouts: readonly LabelMap[]): Promise<readonly Stroke[]> {
  const strokes: Stroke[] = []
  for (const layout of layouts) strokes.push(await stroke(host, requestOf(scene, layout)))
  return strokes.slice(WARM_UP)
}

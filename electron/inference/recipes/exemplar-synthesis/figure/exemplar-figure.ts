import type { LabelMap } from '../../../../contract/label-map.ts'
import type { ScalarMap } from '../../../../contract/scalar-map.ts'
import type { TensorValue } from '../../../../contract/tensor.ts'
import { partColours, type PartColours } from '../../../../people/part-colours/keep-colours.ts'
import { partCells } from '../../../../people/part-colours/part-cells.ts'
import { contentKey } from '../../../caching/content-key.ts'
import type { StoredExemplar } from '../../../caching/exemplar-store.ts'
import type { RecipeHost } from '../../recipe-runner.ts'
import { figureLogits } from './figure-logits.ts'
import { figureParts } from './figure-parts.ts'
import { figureShare } from './figure-share.ts'

/** What the annotator of figures says of an exemplar. */
export interface ExemplarFigure {
  readonly parts: LabelMap
  /** How likely each place shows the figure, 0..1, at the size of `parts`. */
  readonly share: ScalarMap
  readonly colours: PartColours
}

/**
 * Reads an exemplar once: what was read is kept, since it stays the same from stroke to stroke.
 *
 * @throws CocanvasError `pack-missing` or `pack-broken`
 */
export async function exemplarFigure(
  { exemplar, imageKey }: StoredExemplar,
  annotatorId: string,
  { networks, tensors }: Pick<RecipeHost, 'networks' | 'tensors'>,
): Promise<ExemplarFigure> {
  const key = contentKey('exemplar-figure', imageKey, annotatorId)
  const known = tensors.get(key)
  const [cells, colours] = [known?.get('cells'), known?.get('colours')]
  const [parts, share] = [known?.get('parts'), known?.get('share')]
  if (
    cells?.dtype === 'float32' &&
    colours?.dtype === 'float32' &&
    parts?.dtype === 'int32' &&
    share?.dtype === 'float32'
  ) {
    const [height = 0, width = 0] = parts.shape
    return {
      parts: { width, height, data: Uint8Array.from(parts.data) },
      share: { width, height, data: share.data },
      colours: { cells: cells.data, colours: colours.data },
    }
  }
  const logits = await figureLogits(exemplar.image, annotatorId, networks)
  const made = {
    parts: figureParts(logits),
    share: figureShare(logits, logits),
    colours: partColours(partCells(logits, logits.classes, logits.data, logits.seen)),
  }
  tensors.set(
    key,
    new Map<string, TensorValue>([
      ['cells', flat(made.colours.cells)],
      ['colours', flat(made.colours.colours)],
      ['share', flat(made.share.data)],
      ['parts', { dtype: 'int32', shape: [logits.height, logits.width], data: Int32Array.from(made.parts.data) }],
    ]),
  )
  return made
}

function flat(data: Float32Array): TensorValue {
  return { dtype: 'float32', shape: [data.length], data }
}

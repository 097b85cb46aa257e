import type { RgbImage } from '../../../../contract/rgb-image.ts'
import type { TensorValue } from '../../../../contract/tensor.ts'
import { keepColours, partColours, type PartColours } from '../../../../people/part-colours/keep-colours.ts'
import { partCells, type PartCells } from '../../../../people/part-colours/part-cells.ts'
import { contentKey } from '../../../caching/content-key.ts'
import type { StoredExemplar } from '../../../caching/exemplar-store.ts'
import type { RecipeHost } from '../../recipe-runner.ts'
import { figureLogits, type FigureLogits } from './figure-logits.ts'

/**
 * The painted figure with the colours that its parts have in the exemplar.
 *
 * @param figure what the annotator says of the picture
 * @throws CocanvasError `pack-missing` or `pack-broken`
 */
export async function keepPartColours(
  picture: RgbImage,
  figure: FigureLogits,
  annotatorId: string,
  exemplar: StoredExemplar,
  host: Pick<RecipeHost, 'networks' | 'tensors'>,
): Promise<RgbImage> {
  return keepColours(picture, cellsOf(figure), await coloursOfExemplar(exemplar, annotatorId, host))
}

function cellsOf(logits: FigureLogits): PartCells {
  return partCells(logits, logits.classes, logits.data, logits.seen)
}

/** Kept, since they stay the same from stroke to stroke. */
async function coloursOfExemplar(
  { exemplar, imageKey }: StoredExemplar,
  annotatorId: string,
  { networks, tensors }: Pick<RecipeHost, 'networks' | 'tensors'>,
): Promise<PartColours> {
  const key = contentKey('part-colours', imageKey, annotatorId)
  const known = tensors.get(key)
  const [cells, colours] = [known?.get('cells'), known?.get('colours')]
  if (cells?.dtype === 'float32' && colours?.dtype === 'float32') return { cells: cells.data, colours: colours.data }
  const made = partColours(cellsOf(await figureLogits(exemplar.image, annotatorId, networks)))
  tensors.set(
    key,
    new Map([
      ['cells', flat(made.cells)],
      ['colours', flat(made.colours)],
    ]),
  )
  return made
}

function flat(data: Float32Array): TensorValue {
  return { dtype: 'float32', shape: [data.length], data }
}

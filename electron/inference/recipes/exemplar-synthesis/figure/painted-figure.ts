import type { RgbImage } from '../../../../contract/rgb-image.ts'
import { keepColours, type PartColours } from '../../../../people/part-colours/keep-colours.ts'
import { partCells } from '../../../../people/part-colours/part-cells.ts'
import type { JobVoice, RecipeHost } from '../../recipe-runner.ts'
import type { PreparedSynthesis } from '../prepare-synthesis.ts'
import { exemplarFigure } from './exemplar-figure.ts'
import { figureLogits, type FigureLogits } from './figure-logits.ts'

/** A painted figure and what the annotator says of it. */
export interface PaintedFigure {
  /** With the colours of the exemplar's parts. */
  readonly picture: RgbImage
  readonly logits: FigureLogits
}

/**
 * Reads the painted figure and gives its hair, skin and garments the exemplar's own tones.
 *
 * @returns undefined for packs that paint no figure
 * @throws CocanvasError `pack-missing` or `pack-broken`
 */
export async function paintedFigure(
  picture: RgbImage,
  { resources, stored, others, flow }: PreparedSynthesis,
  host: Pick<RecipeHost, 'networks' | 'tensors' | 'now'>,
  { checkpoint }: Pick<JobVoice, 'checkpoint'>,
): Promise<PaintedFigure | undefined> {
  const { figureAnnotator } = resources.pack.manifest
  if (figureAnnotator === undefined) return undefined
  const start = host.now()
  await checkpoint()
  const logits = await figureLogits(picture, figureAnnotator, host.networks)
  // Where regions have exemplars of their own, no single one says which colours are right.
  const kept =
    others.size > 0
      ? picture
      : withColours(picture, logits, (await exemplarFigure(stored, figureAnnotator, host)).colours)
  flow.timings.push({ stage: 'parts', milliseconds: host.now() - start, cached: false })
  return { picture: kept, logits }
}

function withColours(picture: RgbImage, { classes, data, seen, ...size }: FigureLogits, wanted: PartColours): RgbImage {
  return keepColours(picture, partCells(size, classes, data, seen), wanted)
}

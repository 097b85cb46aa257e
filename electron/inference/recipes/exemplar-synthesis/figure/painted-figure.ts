import type { RgbImage } from '../../../../contract/rgb-image.ts'
import { keepBentColours } from '../../../../people/part-colours/keep-bent-colours.ts'
import { keepColours, type PartColours } from '../../../../people/part-colours/keep-colours.ts'
import { partCells } from '../../../../people/part-colours/part-cells.ts'
import type { JobVoice, RecipeHost } from '../../recipe-runner.ts'
import type { PreparedSynthesis } from '../prepare-synthesis.ts'
import { exemplarFigure } from './exemplar-figure.ts'
import { figureLogits, type FigureLogits } from './figure-logits.ts'

/** A painted figure. */
export interface PaintedFigure {
  /** With the colours of the exemplar's parts. */
  readonly picture: RgbImage
  /**
   * What the annotator says of it, asked once and only if somebody wants to know.
   * @throws CocanvasError `pack-missing` or `pack-broken`
   */
  readonly logits: () => Promise<FigureLogits>
}

/**
 * Gives hair, skin and garments of a painted figure the exemplar's own tones: those of the same places where the exemplar could be
 * bent into the pose, else those of the same parts.
 *
 * @returns undefined for packs that paint no figure
 * @throws CocanvasError `pack-missing` or `pack-broken`
 */
export async function paintedFigure(
  picture: RgbImage,
  { resources, stored, others, flow, bentOf }: PreparedSynthesis,
  host: Pick<RecipeHost, 'networks' | 'tensors' | 'now'>,
  { checkpoint }: Pick<JobVoice, 'checkpoint'>,
): Promise<PaintedFigure | undefined> {
  const { figureAnnotator } = resources.pack.manifest
  if (figureAnnotator === undefined) return undefined
  let asked: Promise<FigureLogits> | undefined
  const logits = (): Promise<FigureLogits> => (asked ??= figureLogits(picture, figureAnnotator, host.networks))
  const start = host.now()
  await checkpoint()
  const bent = await bentOf(stored)?.at(picture)
  // Where regions have exemplars of their own, no single one says which colours are right.
  const kept =
    others.size > 0
      ? picture
      : bent === undefined
        ? withColours(picture, await logits(), (await exemplarFigure(stored, figureAnnotator, host)).colours)
        : keepBentColours(picture, bent)
  flow.timings.push({ stage: 'parts', milliseconds: host.now() - start, cached: false })
  return { picture: kept, logits }
}

function withColours(picture: RgbImage, { classes, data, seen, ...size }: FigureLogits, wanted: PartColours): RgbImage {
  return keepColours(picture, partCells(size, classes, data, seen), wanted)
}

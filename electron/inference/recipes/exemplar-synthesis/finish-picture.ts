import type { ImageSize } from '../../../contract/image-size.ts'
import type { RemoteSynthesisRequest } from '../../../contract/recipes/exemplar-synthesis.ts'
import type { RgbImage } from '../../../contract/rgb-image.ts'
import { classLight } from '../../../detail/class-light.ts'
import { closeLight } from '../../../detail/close-light.ts'
import { followPicture } from '../../../detail/follow-picture.ts'
import { smoothContours } from '../../../detail/label-contours.ts'
import { matchSource } from '../../../detail/match-source.ts'
import { ownDetail } from '../../../detail/own-detail.ts'
import type { Checkpoint, Colours, Labels } from '../../../detail/raster.ts'
import { resampleColours } from '../../../detail/resample-colours.ts'
import { lightCell, synthesiseDetail } from '../../../detail/synthesise.ts'
import { resizeNearest } from '../../../resampling/nearest.ts'
import type { StoredExemplar } from '../../caching/exemplar-store.ts'
import type { JobVoice, RecipeHost } from '../recipe-runner.ts'
import type { PaintedFigure } from './figure/painted-figure.ts'
import { bentGuide } from './bent-face/bent-guide.ts'
import { finishedClasses } from './finished-classes.ts'
import { lendDetail, type LentDetail } from './lent-detail.ts'
import { matchGuide } from './match-guide.ts'
import type { PreparedSynthesis } from './prepare-synthesis.ts'
import { RegionClasses } from './region-classes.ts'

/** Share of the whole job that lies behind when the pack has painted. */
const PAINTED = 0.3

/** The voice of the part of the job that comes before. */
export function paintingVoice(voice: JobVoice): JobVoice {
  return { ...voice, progress: (stage, value) => voice.progress(stage, value * PAINTED) }
}

/** What the pack has painted, and for packs of figures what is known of it. */
interface Painted {
  readonly picture: RgbImage
  readonly figure: Pick<PaintedFigure, 'logits'> | undefined
}

/**
 * A picture at another size than the pack made it: its light, with texture copied from the exemplars' own pixels. Pictures
 * without classes (`finishedClasses`) are resampled.
 */
export async function finishPicture(
  { picture, figure }: Painted,
  size: ImageSize,
  request: RemoteSynthesisRequest,
  prepared: PreparedSynthesis,
  { checkpoint, progress }: JobVoice,
  host: Pick<RecipeHost, 'now' | 'networks' | 'tensors'>,
): Promise<RgbImage> {
  const start = host.now()
  await checkpoint()
  const { flow, resources, stored, others, classedPhoto, bentOf, bentFaceOf } = prepared
  const { manifest } = resources.pack
  const { condition, regions, seed } = request
  const exemplars = [stored, ...(regions?.exemplarIds.map((id) => others.get(id) ?? stored) ?? [])]
  const bentAt = async (exemplar: StoredExemplar): Promise<RgbImage | undefined> =>
    (await bentOf(exemplar)?.at(size))?.image
  const classed = await finishedClasses(
    condition,
    await figure?.logits(),
    exemplars,
    manifest,
    classedPhoto,
    bentAt,
    host,
  )
  if (classed === undefined) return rounded(resampleColours(picture, size.width, size.height))
  const { drawn, photos, followed } = classed
  const classes = new RegionClasses(regions?.map)
  const labels = smoothContours(drawn, size.width, size.height)
  await checkpoint()
  const lent = await lendDetail(labels, photos, classes, classed, checkpoint)
  // With exemplars of several regions there is no one match.
  const matched = exemplars.length > 1 ? undefined : await matchGuide(flow, manifest, checkpoint)
  const face = await bentFaceOf(stored)
  const guide = matched && face ? bentGuide(matched, face, request.size) : matched
  const made = await detailed(
    {
      picture,
      painted: classes.numbered(resizeNearest(drawn, picture)),
      labels: classes.numbered(labels),
      lent,
      followed,
      seed,
    },
    guide,
    checkpoint,
    (share) => progress('detail', PAINTED + share * (1 - PAINTED)),
  )
  flow.timings.push({ stage: 'detail', milliseconds: host.now() - start, cached: false })
  return rounded(made)
}

/** A painted picture and what its detail is made of; classes by the numbers of `RegionClasses`. */
interface PaintedPicture {
  readonly picture: RgbImage
  readonly painted: Labels
  /** At the full size. */
  readonly labels: Labels
  readonly lent: LentDetail
  readonly followed: boolean
  readonly seed: number
}

/** Cells of light along the longer side where light is close: about two pixels of what the pack paints. */
const CLOSE_CELLS = 128

/** From a closeness of a half on, all that the pack's own picture shows is kept, and only what is finer is copied. */
const FOLLOWED = 2

async function detailed(
  { picture, painted, labels, lent, followed, seed }: PaintedPicture,
  guide: Awaited<ReturnType<typeof matchGuide>>,
  checkpoint: Checkpoint,
  progress: (share: number) => void,
): Promise<Colours> {
  const { source, closeness, substitutes, lacking } = lent
  await checkpoint()
  const cells = { wide: lightCell(labels), close: Math.max(labels.width, labels.height) / CLOSE_CELLS }
  const open = lacking.size === 0 ? undefined : labels.data.map((label) => (lacking.has(label) ? 0 : 1))
  const known =
    open === undefined
      ? {}
      : {
          known: {
            colours: await ownDetail({ picture, painted, labels, wanted: lacking, seed }, checkpoint),
            open,
          },
        }
  await checkpoint()
  const light = closeLight(picture, painted, labels, cells, closeness)
  const wanted = classLight(picture, painted, labels, cells.close)
  await checkpoint()
  const made = await synthesiseDetail(
    {
      labels,
      picture,
      light,
      ...known,
      source,
      sourceLight: (colours, own) => closeLight(colours, own, source.labels, cells, closeness),
      appearance: {
        wanted,
        ofSource: (colours, own) => classLight(colours, own, source.labels, cells.close),
      },
      substitutes,
      restored: false,
      ...(guide === undefined ? {} : { guide }),
      seed,
    },
    checkpoint,
    progress,
  )
  const shares = new Map([...closeness].map(([label, share]) => [label, followed ? Math.min(1, FOLLOWED * share) : 0]))
  await followPicture(made, labels, { picture, painted, shares }, open, checkpoint)
  await matchSource({ made, labels, source, substitutes, open }, checkpoint)
  // Contrast was given to what the pack painted too, by which classes are told apart.
  await followPicture(made, labels, { picture, painted, shares }, open, checkpoint)
  return made
}

function rounded({ width, height, data }: Colours): RgbImage {
  return { width, height, data: new Uint8Array(new Uint8ClampedArray(data).buffer) }
}

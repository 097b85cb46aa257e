import { scalePose } from '../../../../conditions/pose/scale-pose.ts'
import type { Condition, ConditionOf } from '../../../../contract/condition.ts'
import type { ImageSize } from '../../../../contract/image-size.ts'
import { bendFigure, type BentFigure } from '../../../../people/bent-figure/bend-figure.ts'
import { bodyScale } from '../../../../people/bent-figure/body-scale.ts'
import { contentKey } from '../../../caching/content-key.ts'
import type { StoredExemplar } from '../../../caching/exemplar-store.ts'
import type { ExemplarReading } from '../../../reading/exemplar-readings.ts'
import type { RecipeHost } from '../../recipe-runner.ts'
import { coverPlace, type CoverPlace } from '../backdrop/cover-place.ts'
import { emptiedPhoto, personCentre } from '../backdrop/emptied-photo.ts'
import { conditionKey } from '../condition-tensor.ts'
import { shownFigure } from './shown-figure.ts'

/** An exemplar whose person stands as the picture's person shall stand. */
export interface BentExemplar {
  /** Changes with whatever would change it. */
  readonly key: string
  /**
   * At a picture's size, made once for each.
   *
   * @returns undefined where too little of one of the two bodies is seen
   * @throws CocanvasError `pack-missing` or `pack-broken`
   */
  at(size: ImageSize): Promise<BentPicture | undefined>
}

/** A bent exemplar as a picture. */
export interface BentPicture extends BentFigure {
  /** x and y of the place that each pixel shows, also of the background, in shares of the photo's sides. */
  readonly photoOrigins: () => Float32Array
}

/** What is bent, and into which pose. */
export interface BendMaterial {
  readonly stored: StoredExemplar
  readonly reading: ExemplarReading | undefined
  readonly asked: ConditionOf<'pose'>
  readonly annotatorId: string
}

/**
 * Networks that saw nobody twice cannot tell how clothes look in a very different pose. So the person of the exemplar is bent
 * into the asked pose first; the network then sees an exemplar that stands alike, matches it, and mends it.
 */
export function bentExemplar(
  { stored, reading, asked, annotatorId }: BendMaterial,
  host: Pick<RecipeHost, 'networks' | 'tensors'>,
): BentExemplar {
  const { condition } = stored.exemplar
  const shownKey =
    reading?.key ?? (typeof condition === 'string' ? condition : conditionKey(condition, stored.exemplar.image))
  const known = new Map<string, Promise<BentPicture | undefined>>()
  const bend = async (size: ImageSize): Promise<BentPicture | undefined> => {
    const shown: Condition | string = (await reading?.read())?.condition ?? condition
    return typeof shown === 'string' || shown.kind !== 'pose'
      ? undefined
      : bent(stored, shown, asked, annotatorId, size, host)
  }
  return {
    key: contentKey('bent', stored.imageKey, annotatorId, shownKey, conditionKey(asked, asked)),
    at(size) {
      const key = `${size.width} ${size.height}`
      const found = known.get(key) ?? bend(size)
      known.set(key, found)
      return found
    },
  }
}

async function bent(
  stored: StoredExemplar,
  shown: ConditionOf<'pose'>,
  asked: ConditionOf<'pose'>,
  annotatorId: string,
  size: ImageSize,
  host: Pick<RecipeHost, 'networks' | 'tensors'>,
): Promise<BentPicture | undefined> {
  const { image } = stored.exemplar
  const wanted = scalePose(asked, size)
  const figure = await shownFigure(stored, shown, annotatorId, bodyScale(scalePose(shown, image), wanted), host)
  if (figure === undefined) return undefined
  const centre = personCentre(shown)
  const made = bendFigure(figure, wanted, await emptiedPhoto(stored, centre, annotatorId, size, host))
  if (made === undefined) return undefined
  return { ...made, photoOrigins: () => originsInPhoto(made, figure.size, coverPlace(image, size, centre)) }
}

/** The origins of a bent figure and of the background around it, in shares of the photo's sides. */
function originsInPhoto({ image, origins }: BentFigure, photo: ImageSize, cover: CoverPlace): Float32Array {
  const shares = new Float32Array(origins.length)
  for (let y = 0, at = 0; y < image.height; y++)
    for (let x = 0; x < image.width; x++, at += 2) {
      const [column, row] = [origins[at] ?? NaN, origins[at + 1] ?? NaN]
      shares[at] = Number.isNaN(column) ? (cover.left + x + 0.5) / cover.width : column / photo.width
      shares[at + 1] = Number.isNaN(row) ? (cover.top + y + 0.5) / cover.height : row / photo.height
    }
  return shares
}

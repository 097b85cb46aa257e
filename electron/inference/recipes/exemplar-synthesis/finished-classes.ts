import { classMapOf } from '../../../contract/class-maps.ts'
import type { Condition } from '../../../contract/condition.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import type { PackClass } from '../../../contract/pack-facts.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { RgbImage } from '../../../contract/rgb-image.ts'
import type { StoredExemplar } from '../../caching/exemplar-store.ts'
import { classOfId } from '../../preprocess/class-of-id.ts'
import type { RecipeHost } from '../recipe-runner.ts'
import type { ClassedPhoto } from './classed-photo.ts'
import { exemplarFigure } from './figure/exemplar-figure.ts'
import { figureLogits, type FigureLogits } from './figure/figure-logits.ts'
import { figureParts } from './figure/figure-parts.ts'
import type { PreparedSynthesis } from './prepare-synthesis.ts'

/** What a picture and its exemplars show, in the same classes, so that detail can be copied class by class. */
export interface FinishedClasses {
  /** Of the picture. */
  readonly drawn: LabelMap
  readonly photos: readonly ClassedPhoto[]
  readonly classes: readonly Pick<PackClass, 'id' | 'name'>[]
  /** How closely, at least, light and shapes follow the painted picture, 0..1. */
  readonly closeness: number
  /**
   * Whether what the pack painted is kept to its last pixel where light follows it closely. Not of people: their photos are bent
   * into the pose and show more than the pack can paint of it.
   */
  readonly followed: boolean
}

/**
 * The classes that the user drew, with those of the exemplars; of a figure, the parts that its network sees in the painted picture
 * and in the photos (hair, skin, garments). Undefined for other conditions, and where the exemplars' classes are not known.
 *
 * @param figure what the annotator says of the painted picture, for packs that paint figures
 * @param bentAt an exemplar in the asked pose, at the picture's size, where it can be bent
 * @throws CocanvasError `pack-missing` or `pack-broken`
 */
export async function finishedClasses(
  condition: Condition,
  figure: FigureLogits | undefined,
  exemplars: readonly StoredExemplar[],
  manifest: Pick<PackManifest, 'classes' | 'figureAnnotator' | 'exemplarPreparation'>,
  classedPhoto: PreparedSynthesis['classedPhoto'],
  bentAt: (exemplar: StoredExemplar) => Promise<RgbImage | undefined>,
  host: Pick<RecipeHost, 'networks' | 'tensors'>,
): Promise<FinishedClasses | undefined> {
  const map = classMapOf(condition)
  if (map !== undefined) {
    const photos = await classedPhotos(exemplars, classedPhoto, manifest)
    if (photos === undefined) return undefined
    if (manifest.exemplarPreparation === 'aligned-face') return wholeFace(map, photos)
    return { drawn: inClasses(map, manifest), photos, classes: manifest.classes, closeness: 0, followed: true }
  }
  const { figureAnnotator } = manifest
  if (figure === undefined || figureAnnotator === undefined) return undefined
  const photos: ClassedPhoto[] = []
  for (const stored of exemplars) {
    const bent = await bentAt(stored)
    if (bent === undefined) {
      const { parts } = await exemplarFigure(stored, figureAnnotator, host)
      photos.push({ image: stored.exemplar.image, labels: parts })
    } else photos.push({ image: bent, labels: figureParts(await figureLogits(bent, figureAnnotator, host.networks)) })
  }
  // Sleeves, folds and faces lie within one part: only what is finer than they are is copied.
  return { drawn: figureParts(figure), photos, classes: [], closeness: 1, followed: false }
}

/**
 * A face as one class: its parts run into each other, and classes that are finished one by one would get rims. What the pack painted
 * stays, and only what is finer is copied.
 */
function wholeFace(map: LabelMap, photos: readonly ClassedPhoto[]): FinishedClasses {
  const one = (labels: LabelMap): LabelMap => ({ ...labels, data: new Uint8Array(labels.data.length) })
  return {
    drawn: one(map),
    photos: photos.map(({ image, labels }) => ({ image, labels: one(labels) })),
    classes: [],
    closeness: 1,
    followed: true,
  }
}

/** Every exemplar with its classes; undefined when those of one are not known. */
async function classedPhotos(
  exemplars: readonly StoredExemplar[],
  classedPhoto: PreparedSynthesis['classedPhoto'],
  manifest: Pick<PackManifest, 'classes'>,
): Promise<readonly ClassedPhoto[] | undefined> {
  const photos: ClassedPhoto[] = []
  for (const exemplar of exemplars) {
    const photo = await classedPhoto(exemplar)
    if (photo === undefined) return undefined
    photos.push({ ...photo, labels: inClasses(photo.labels, manifest) })
  }
  return photos
}

function inClasses(labels: LabelMap, { classes }: Pick<PackManifest, 'classes'>): LabelMap {
  const known = classOfId(classes)
  return { ...labels, data: labels.data.map((id) => known.get(id) ?? id) }
}

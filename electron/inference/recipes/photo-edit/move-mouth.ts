import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { PhotoPatch, Rectangle } from '../../../contract/photo-patch.ts'
import type { PhotoPixels } from '../../../contract/photo-pixels.ts'
import type { Checkpoint, Colours } from '../../../detail/raster.ts'
import { compose, inverse, transform, type Similarity } from '../../../faces/geometry/similarity.ts'
import { lentBetween, paintedBetween } from '../../../photo-edit/mouth/between-lips.ts'
import { mouthShape } from '../../../photo-edit/mouth/mouth-shape.ts'
import { movedMouth, opens, type BetweenLips } from '../../../photo-edit/mouth/moved-mouth.ts'
import { partClasses } from '../../../photo-edit/part-classes.ts'
import type { PreparedPhoto } from '../../reading/photo-reader.ts'
import type { EditPlace, Making } from './edit-place.ts'
import type { Lender } from './lent-classes.ts'

/** What a mouth is moved in. */
interface MouthJob {
  readonly place: EditPlace
  readonly part: PreparedPhoto
  readonly making: Extract<Making, { way: 'moved' }>
  readonly window: Rectangle
  readonly photo: PhotoPixels
  /** Width of the photo that the part was found in. */
  readonly working: number
  readonly lenders: readonly Lender[]
  readonly classes: PackManifest['classes']
  /** The window as the pack paints it: asked for where the photo shows no teeth and no other photo lends them. */
  readonly paint: () => Promise<Colours>
}

/** Moves the photo's own mouth; teeth that it does not show come from the photo that lends them, else from the pack. */
export async function moveMouth(job: MouthJob, checkpoint: Checkpoint): Promise<PhotoPatch> {
  const { place, part, making, window, photo, working } = job
  const { from, to } = making
  const toPhoto = compose(scaled(photo.width / working), compose(part.toGiven, scaled(part.photo.width)))
  const toPart = inverse(toPhoto)
  return movedMouth(
    {
      photo,
      window,
      region: place.region,
      toPart: (point) => transform(toPart, point),
      toPhoto: (point) => transform(toPhoto, point),
      from,
      to,
      between: opens(from, to) ? await betweenLips(job, toPhoto) : undefined,
    },
    checkpoint,
  )
}

async function betweenLips(job: MouthJob, toPhoto: Similarity): Promise<BetweenLips> {
  const { part, window, lenders, classes, paint } = job
  const { mouth } = partClasses(classes)
  const lender = lenders.find(({ classId }) => classId === mouth?.inside)
  const shape = lender === undefined || mouth === undefined ? undefined : mouthShape(lender.labels, mouth)
  if (lender !== undefined && shape !== undefined) return lentBetween(lender.image, shape, part.photo)
  return paintedBetween(await paint(), window, (point) => transform(toPhoto, point))
}

function scaled(factor: number): Similarity {
  return { a: factor, b: 0, x: 0, y: 0 }
}

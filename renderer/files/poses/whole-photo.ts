import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { fitPeople } from '../../model/poses/fit-person.ts'
import { mapPerson, type Person } from '../../model/poses/person.ts'
import { moveBody } from '../../model/poses/transform-body.ts'

/** Somebody is cut off when more than this share of their points lies outside. */
const CUT_OFF = 0.25
/** Grey, around a photo that does not fill the document. */
const AROUND = 128
/** Pixels a side; a photo that would need more is left to be cut off. */
const LARGEST_SIDE = 4096

/** A photo and the people in it, in its pixels. */
interface PeopledPhoto {
  readonly image: RgbImage
  readonly people: readonly Person[]
}

/**
 * A photo that covers the document loses what lies beyond its sides, of a group photo perhaps most people. Where that would cut
 * somebody off, the photo gets borders in the document's proportions, so that all of it stays inside.
 */
export function wholePhoto(photo: PeopledPhoto, document: ImageSize): PeopledPhoto {
  const { image, people } = photo
  const covering = fitPeople(people, image, document, 'covering')
  if (!covering.some((person) => isCutOff(person, document))) return photo
  const scale = Math.max(image.width / document.width, image.height / document.height)
  const size = { width: Math.round(document.width * scale), height: Math.round(document.height * scale) }
  if (Math.max(size.width, size.height) > LARGEST_SIDE) return photo
  const left = Math.floor((size.width - image.width) / 2)
  const top = Math.floor((size.height - image.height) / 2)
  const data = new Uint8Array(size.width * size.height * 3).fill(AROUND)
  for (let y = 0; y < image.height; y++)
    data.set(image.data.subarray(y * image.width * 3, (y + 1) * image.width * 3), ((y + top) * size.width + left) * 3)
  return {
    image: { ...size, data },
    people: people.map((person) => mapPerson(person, (points) => moveBody(points, left, top))),
  }
}

function isCutOff({ body }: Person, { width, height }: ImageSize): boolean {
  const seen = body.filter((point) => point !== null)
  const outside = seen.filter(([x, y]) => x < 0 || y < 0 || x > width || y > height)
  return outside.length > seen.length * CUT_OFF
}

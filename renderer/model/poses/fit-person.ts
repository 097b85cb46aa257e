import type { ImageSize } from '../../../electron/contract/image-size.ts'
import { mapPerson, type Person } from './person.ts'
import { type BodyBounds, boundsOf, moveBody, scaleBody } from './transform-body.ts'

/**
 * People who were found in a picture of another size, placed in the document as that picture would be: whole and in the
 * middle (`within`), or large enough to cover the document, as photos are (`covering`).
 */
export function fitPeople(
  people: readonly Person[],
  from: ImageSize,
  to: ImageSize,
  how: 'within' | 'covering' = 'within',
): Person[] {
  const scales = [to.width / from.width, to.height / from.height]
  const scale = how === 'within' ? Math.min(...scales) : Math.max(...scales)
  const across = (to.width - from.width * scale) / 2
  const down = (to.height - from.height * scale) / 2
  return people.map((person) => mapPerson(person, (points) => moveBody(scaleBody(points, scale, [0, 0]), across, down)))
}

/** A person put where another one stands: as high, and on the same ground. */
export function putInPlace(person: Person, place: BodyBounds): Person {
  const own = boundsOf(person.body)
  if (own === undefined) return person
  const scale = Math.max(place.bottom - place.top, 1) / Math.max(own.bottom - own.top, 1)
  const middle = (own.left + own.right) / 2
  const shift = (place.left + place.right) / 2 - middle
  return mapPerson(person, (points) =>
    moveBody(scaleBody(points, scale, [middle, own.bottom]), shift, place.bottom - own.bottom),
  )
}

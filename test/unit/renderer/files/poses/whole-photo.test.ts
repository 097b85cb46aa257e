import { describe, expect, it } from 'vitest'
import { wholePhoto } from '../../../../../renderer/files/poses/whole-photo.ts'
import { fitPeople } from '../../../../../renderer/model/poses/fit-person.ts'
import { personOf, type Person } from '../../../../../renderer/model/poses/person.ts'

const DOCUMENT = { width: 30, height: 40 }
const image = { width: 80, height: 40, data: new Uint8Array(80 * 40 * 3).fill(7) }
/** Somebody whose points lie on one column. */
const at = (x: number): Person => personOf({ body: Array.from({ length: 18 }, (_, joint) => [x, 2 * joint]) })

describe('a photo with people', () => {
  // Bug it would catch: a group photo of which all but the person in the middle stand beside the document.
  it('gets borders where it would lose somebody, so that everybody stands in the document where the photo shows them', () => {
    const whole = wholePhoto({ image, people: [at(4), at(40), at(76)] }, DOCUMENT)
    expect([whole.image.width, whole.image.height]).toEqual([80, 107])
    const placed = fitPeople(whole.people, whole.image, DOCUMENT, 'covering')
    for (const { body } of placed)
      for (const point of body) {
        expect(point?.[0]).toBeGreaterThan(0)
        expect(point?.[0]).toBeLessThan(30)
      }
    const [x, y] = whole.people[0]?.body[3] ?? [0, 0]
    expect(x).toBe(4)
    expect([whole.image.data[0], whole.image.data[(y * 80 + x) * 3]]).toEqual([128, 7])
  })

  it('stays as it is where nobody is lost, and where borders would make it huge', () => {
    const middle = { image, people: [at(40)] }
    expect(wholePhoto(middle, DOCUMENT)).toBe(middle)
    const aside = { image, people: [at(4)] }
    expect(wholePhoto(aside, { width: 40, height: 8000 })).toBe(aside)
  })
})

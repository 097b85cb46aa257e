import { expect, it } from 'vitest'
import { cropToPicture } from '../../../../../electron/faces/geometry/similarity.ts'
import { partOwners, surroundingsOwners } from '../../../../../electron/inference/reading/part-owners.ts'

const part = (x: number, y: number, extent: number, angle = 0) => ({
  photo: { width: 64, height: 64, data: new Uint8Array(0) },
  toGiven: cropToPicture({ x, y }, extent, angle, 64),
})

// Would catch: the face of a neighbour that is labelled and painted as part of one's own square.
it('gives each cell to the square whose middle is nearest for its size, and none outside of them', () => {
  const photo = { width: 200, height: 100 }
  const owners = partOwners([part(60, 50, 80), part(120, 50, 80, Math.PI / 4)], photo, { width: 100, height: 50 })
  const at = (x: number, y: number): number | undefined => owners[y * 100 + x]
  expect(at(30, 25)).toBe(1)
  expect(at(60, 25)).toBe(2)
  expect(at(43, 25)).toBe(1)
  expect(at(47, 25)).toBe(2)
  expect(at(2, 2)).toBe(0)
  // The second is turned: its corner points to the right, and its upper right corner is cut off.
  expect(at(86, 25)).toBe(2)
  expect(at(79, 6)).toBe(0)
})

// Would catch: hair above the square of a face that nobody can cut, and a neighbour's face that belongs to two.
it('gives what lies around a square to it, but never what lies in another one', () => {
  const photo = { width: 200, height: 100 }
  const faces = [{ ...part(60, 50, 60), around: part(60, 50, 160) }, part(120, 50, 60)]
  const owners = surroundingsOwners(faces, photo, { width: 100, height: 50 })
  const at = (x: number, y: number): number | undefined => owners[y * 100 + x]
  expect(at(30, 25)).toBe(1)
  expect(at(30, 4)).toBe(1)
  expect(at(55, 25)).toBe(2)
  expect(at(90, 25)).toBe(0)
})

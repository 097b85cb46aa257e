import { describe, expect, it } from 'vitest'
import { FACE_CLASSES, FACE_PART_COUNT } from '../../../../../electron/conditions/face/face-classes.ts'

describe('FACE_CLASSES', () => {
  it('gives every channel of both face conditions exactly one class', () => {
    // Would catch: two classes typed onto one channel, which trains no alarm and paints a nose as hair.
    const numbers = (count: number, first: number): number[] =>
      Array.from({ length: count }, (_, index) => index + first)
    const sorted = (values: number[]): number[] => values.sort((first, second) => first - second)
    expect(FACE_CLASSES.map(({ id }) => id)).toEqual(numbers(19, 0))
    expect(sorted(FACE_CLASSES.map(({ maskChannel }) => maskChannel))).toEqual(numbers(19, 0))
    expect(sorted(FACE_CLASSES.map(({ part }) => part).filter((part) => part > 0))).toEqual(numbers(FACE_PART_COUNT, 1))
  })
})

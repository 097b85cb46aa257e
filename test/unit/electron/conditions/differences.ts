/** Where two arrays differ first and how often; `undefined` if they are equal to the last bit. Readable where a diff would not be. */
export function differences(actual: ArrayLike<number>, expected: ArrayLike<number>): string | undefined {
  if (actual.length !== expected.length) return `length ${actual.length} instead of ${expected.length}`
  let count = 0
  let first = -1
  for (let index = 0; index < actual.length; index++)
    if (!Object.is(actual[index], expected[index])) {
      if (count === 0) first = index
      count++
    }
  if (count === 0) return undefined
  return `${count} of ${actual.length} differ, first at ${first}: ${String(actual[first])} instead of ${String(expected[first])}`
}

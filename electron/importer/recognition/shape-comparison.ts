import type { Shape, ShapeTable } from '../architecture/tensor-shapes.ts'

const NAMED_AT_MOST = 3

/** '64×3×3×3', or 'a scalar'. */
export function shapeText(shape: Shape): string {
  return shape.length === 0 ? 'a scalar' : shape.join('×')
}

/** Keys quoted and joined; beyond three, how many more. */
export function keysText(keys: readonly string[]): string {
  const named = keys.slice(0, NAMED_AT_MOST).map((key) => `'${key}'`)
  const more = keys.length - named.length
  return more > 0 ? `${named.join(', ')} and ${String(more)} more` : named.join(', ')
}

/**
 * The first kind of difference between two tables, as a clause to follow the file's name: wrong shapes before missing
 * keys before unknown ones. Undefined where they agree.
 */
export function differenceText(expected: ShapeTable, found: ShapeTable): string | undefined {
  const wrong = [...expected].filter(([key, shape]) => found.has(key) && !sameShape(shape, found.get(key) ?? []))
  const [first] = wrong
  if (first !== undefined) {
    const [key, shape] = first
    const others = wrong.length > 1 ? ` (${String(wrong.length - 1)} more differ)` : ''
    return `'${key}' should be ${shapeText(shape)} but is ${shapeText(found.get(key) ?? [])}${others}`
  }
  const missing = [...expected.keys()].filter((key) => !found.has(key))
  if (missing.length > 0) return `it lacks ${keysText(missing)}`
  const unknown = [...found.keys()].filter((key) => !expected.has(key))
  return unknown.length > 0 ? `it has the unknown ${keysText(unknown)}` : undefined
}

function sameShape(one: Shape, other: Shape): boolean {
  return one.length === other.length && one.every((size, axis) => size === other[axis])
}

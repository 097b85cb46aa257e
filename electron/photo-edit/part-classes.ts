import type { PackClass } from '../contract/pack-facts.ts'
import type { MouthClasses } from './mouth/mouth-shape.ts'

/** What classes of a part such as a face are to an edit. */
export interface PartClasses {
  /**
   * Classes that go on evenly from what the photo shows of them, each with the class that it looks like: a nose is skin. They
   * need no painting where the photo has enough of them.
   */
  readonly continued: ReadonlyMap<number, number>
  /** Those of them that are smooth: their light goes on in every detail, while others get texture of their own. */
  readonly smooth: ReadonlySet<number>
  /** Classes that one can see through, but for their rim. */
  readonly seeThrough: ReadonlySet<number>
  /** Those of them that consist of strands, between which something else may be seen. */
  readonly strands: ReadonlySet<number>
  /** Classes that end softly, well past their labels. */
  readonly soft: ReadonlySet<number>
  /** Undefined for parts that have no mouth. */
  readonly mouth: MouthClasses | undefined
}

/** Names of even classes and of what they look like. */
const CONTINUED: ReadonlyMap<string, string> = new Map([
  ['background', 'background'],
  ['skin', 'skin'],
  ['nose', 'skin'],
  ['neck', 'neck'],
  ['cloth', 'cloth'],
  ['hair', 'hair'],
])
const SEE_THROUGH: ReadonlySet<string> = new Set(['eyeglasses'])
const SMOOTH: ReadonlySet<string> = new Set(['skin', 'neck'])
const STRANDS: ReadonlySet<string> = new Set(['hair'])
const SOFT: ReadonlySet<string> = new Set(['hair', 'hat'])

/** By the names of a pack's classes; a pack of other classes has none of them. */
export function partClasses(classes: readonly Pick<PackClass, 'id' | 'name'>[]): PartClasses {
  const ids = new Map(classes.map(({ id, name }) => [name, id]))
  const continued = new Map<number, number>()
  for (const { id, name } of classes) {
    const look = ids.get(CONTINUED.get(name) ?? '')
    if (look !== undefined) continued.set(id, look)
  }
  const named = (names: ReadonlySet<string>): ReadonlySet<number> =>
    new Set(classes.filter(({ name }) => names.has(name)).map(({ id }) => id))
  return {
    continued,
    smooth: named(SMOOTH),
    strands: named(STRANDS),
    seeThrough: named(SEE_THROUGH),
    soft: named(SOFT),
    mouth: mouthOf(ids),
  }
}

function mouthOf(ids: ReadonlyMap<string, number>): MouthClasses | undefined {
  const upperLip = ids.get('upper lip')
  const lowerLip = ids.get('lower lip')
  const inside = ids.get('mouth')
  if (upperLip === undefined || lowerLip === undefined || inside === undefined) return undefined
  return { upperLip, lowerLip, inside }
}

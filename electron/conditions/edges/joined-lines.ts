import type { Point } from '../drawing/point.ts'
import { lineLength, OPEN_SHARE } from './line-length.ts'

type Line = readonly Point[]

/**
 * The lines of one part, where strokes that meet at their ends and close together are one: people draw an eye as an upper and a
 * lower lid. All others stay as they are.
 */
export function joinedLines(lines: readonly Line[], isClosed: (line: Line) => boolean): readonly Line[] {
  const whole = lines.filter(isClosed)
  let open = lines.filter((line) => !isClosed(line))
  for (let [first] = open; first !== undefined; [first] = open) {
    const others = open.slice(1)
    const chain = [first, first.toReversed()].map((line) => grown(line, others)).find(({ line }) => isClosed(line))
    whole.push(chain?.line ?? first)
    open = chain?.left ?? others
  }
  return whole
}

/** A line with every other one that goes on from its end, and those that do not. */
function grown(line: Line, others: readonly Line[]): { readonly line: Line; readonly left: Line[] } {
  const end = line.at(-1)
  const next = others
    .flatMap((other) => [other, other.toReversed()].map((turned) => ({ other, turned, gap: gap(end, turned[0]) })))
    .toSorted((one, two) => one.gap - two.gap)[0]
  if (next === undefined || next.gap > OPEN_SHARE * lineLength(next.turned)) return { line, left: [...others] }
  return grown(
    [...line, ...next.turned],
    others.filter((other) => other !== next.other),
  )
}

function gap(from: Point | undefined, to: Point | undefined): number {
  return from === undefined || to === undefined ? Infinity : Math.hypot(to.x - from.x, to.y - from.y)
}

import type { LabelMap } from '../../contract/label-map.ts'

/** The classes that a mouth is made of. */
export interface MouthClasses {
  readonly upperLip: number
  readonly lowerLip: number
  /** What lies between the lips: teeth, tongue. */
  readonly inside: number
}

/**
 * The outline of a mouth in an upright part: along its width, from one corner (0) to the other (1), the height of the upper
 * lip's upper and lower edge and of the lower lip's upper and lower edge. All as shares of the part's side.
 */
export interface MouthShape {
  readonly left: number
  readonly right: number
  /** Four heights at each of `SAMPLES` places. */
  readonly edges: Float32Array
}

/** How many places along the width an outline has. */
export const SAMPLES = 65
/** Over how many places edges are evened, for labels have stair steps. */
const EVENED = 3
/** A mouth is at least so many cells wide and has both lips on this share of its columns. */
const LEAST_COLUMNS = 8
const LEAST_BOTH = 0.5

/** @param labels of the upright part, square; undefined where they show no mouth with both lips */
export function mouthShape(labels: LabelMap, { upperLip, lowerLip, inside }: MouthClasses): MouthShape | undefined {
  const { width: side, height } = labels
  const columns: { readonly x: number; readonly edges: readonly [number, number, number, number] }[] = []
  let both = 0
  for (let x = 0; x < side; x++) {
    let [top, upperEnd, lowerStart, bottom] = [-1, -1, -1, -1]
    for (let y = 0; y < height; y++) {
      const label = labels.data[y * side + x]
      if (label !== upperLip && label !== lowerLip && label !== inside) continue
      if (top < 0) top = y
      bottom = y + 1
      if (label === upperLip) upperEnd = y + 1
      if (label === lowerLip && lowerStart < 0) lowerStart = y
    }
    if (top < 0) continue
    if (upperEnd >= 0 && lowerStart >= 0) both++
    const opening = lowerStart < 0 ? bottom : Math.max(lowerStart, upperEnd)
    columns.push({ x, edges: [top, upperEnd < 0 ? top : Math.min(upperEnd, opening), opening, bottom] })
  }
  const first = columns[0]
  const last = columns.at(-1)
  if (first === undefined || last === undefined) return undefined
  if (columns.length < LEAST_COLUMNS || both < LEAST_BOTH * columns.length) return undefined
  const edges = new Float32Array(SAMPLES * 4)
  for (let sample = 0; sample < SAMPLES; sample++) {
    const x = first.x + ((last.x - first.x) * sample) / (SAMPLES - 1)
    // Thin gaps between pieces take the nearest column.
    const column = columns.reduce((best, each) => (Math.abs(each.x - x) < Math.abs(best.x - x) ? each : best), first)
    column.edges.forEach((edge, at) => {
      edges[sample * 4 + at] = edge / side
    })
  }
  return { left: first.x / side, right: (last.x + 1) / side, edges: evened(edges) }
}

/** Means over neighbouring places; at the corners all edges meet. */
function evened(edges: Float32Array): Float32Array {
  const result = new Float32Array(edges.length)
  for (let sample = 0; sample < SAMPLES; sample++)
    for (let at = 0; at < 4; at++) {
      let sum = 0
      let count = 0
      for (let beside = Math.max(0, sample - EVENED); beside <= Math.min(SAMPLES - 1, sample + EVENED); beside++) {
        sum += edges[beside * 4 + at] ?? 0
        count++
      }
      result[sample * 4 + at] = sum / count
    }
  for (const corner of [0, SAMPLES - 1]) {
    const middle = ((result[corner * 4] ?? 0) + (result[corner * 4 + 3] ?? 0)) / 2
    result.fill(middle, corner * 4, corner * 4 + 4)
  }
  return result
}

/** The four edges at a place along the width, 0..1. */
export function edgesAt({ edges }: MouthShape, along: number): readonly [number, number, number, number] {
  const place = Math.min(Math.max(along, 0), 1) * (SAMPLES - 1)
  const sample = Math.min(Math.floor(place), SAMPLES - 2)
  const share = place - sample
  const edge = (at: number): number =>
    (edges[sample * 4 + at] ?? 0) * (1 - share) + (edges[sample * 4 + 4 + at] ?? 0) * share
  return [edge(0), edge(1), edge(2), edge(3)]
}

/** How far the lips stand apart at most. */
export function openingOf({ edges }: MouthShape): number {
  let most = 0
  for (let sample = 0; sample < SAMPLES; sample++)
    most = Math.max(most, (edges[sample * 4 + 2] ?? 0) - (edges[sample * 4 + 1] ?? 0))
  return most
}

import type { LabelMap } from '../../contract/label-map.ts'
import type { PlaneMap, PointPair } from '../geometry/plane-map.ts'
import type { Point } from '../geometry/point.ts'
import { thinPlate } from '../geometry/thin-plate.ts'
import { controlPoints, type FacePoints } from './control-points.ts'

/** How much bending is avoided rather than points met; coordinates are shares of the picture's sides. */
const STIFFNESS = 1e-4
/** Points on each side of the picture that stay where they are. */
const BORDER_POINTS = 4
const BORDER_WEIGHT = 0.15
/** Points of outlines lose their weight where the map folds, or shrinks areas to less than this share … */
const LEAST_AREA = 0.12
/** … or stretches lengths by more than this. */
const MOST_STRETCH = 4
/** Points of at least this weight keep it. */
const TRUSTED = 0.9
/** What is left of the weight of others, each time that the map is strained around them. */
const DISTRUST = 0.1
const ROUNDS = 2

/** Where each place of a layout comes from in an exemplar. */
export interface BendField {
  /** Along each side. */
  readonly cells: number
  /** x and y at the corners of the cells, in shares of the sides; bilinear in between. */
  readonly places: Float32Array
}

/** Cells along each side: fine enough for an eye, whose points are a few pixels apart. */
const CELLS = 48
/** Cells in which folds are looked for. */
const COARSE_CELLS = 24

/**
 * The smooth bend that lays the parts of an exemplar's face where the layout has them.
 *
 * @param layout @param shown what they show, in the classes of `face-parts`
 * @returns undefined where one of them shows no face
 */
export function bendField(layout: LabelMap, shown: FacePoints | undefined): BendField | undefined {
  const wanted = controlPoints(layout)
  if (wanted === undefined || shown === undefined) return undefined
  let pairs = [...pairsOf(wanted, shown), ...borderPairs()]
  let plate = thinPlate(pairs, STIFFNESS)
  for (let round = 0; plate !== undefined && round < ROUNDS; round++) {
    const trusted = distrustStrained(pairs, fieldOf(plate, COARSE_CELLS))
    if (trusted === undefined) break
    pairs = trusted
    plate = thinPlate(pairs, STIFFNESS)
  }
  return plate === undefined ? undefined : fieldOf(plate, CELLS)
}

function pairsOf(wanted: FacePoints, shown: FacePoints): readonly PointPair[] {
  return [...wanted].flatMap(([name, { points, weight }]) =>
    points.flatMap((point, index) => {
      const other = shown.get(name)?.points[index]
      return point === undefined || other === undefined ? [] : [{ wanted: point, shown: other, weight }]
    }),
  )
}

function borderPairs(): readonly PointPair[] {
  return Array.from({ length: BORDER_POINTS }, (_, index) => index / BORDER_POINTS).flatMap((place) =>
    [
      { x: place, y: 0 },
      { x: 1, y: place },
      { x: 1 - place, y: 1 },
      { x: 0, y: 1 - place },
    ].map((point: Point) => ({ wanted: point, shown: point, weight: BORDER_WEIGHT })),
  )
}

/** The pairs with less weight where the map is torn or folds around them; undefined where it does so nowhere. */
function distrustStrained(pairs: readonly PointPair[], field: BendField): PointPair[] | undefined {
  const trusted = pairs.map((pair) =>
    pair.weight >= TRUSTED || isFine(field, pair.wanted) ? pair : { ...pair, weight: pair.weight * DISTRUST },
  )
  return trusted.every((pair, index) => pair === pairs[index]) ? undefined : trusted
}

/** Whether the cell around a point is neither folded, nor shrunk or stretched too much. */
function isFine({ cells, places }: BendField, { x, y }: Point): boolean {
  const cell = (place: number): number => Math.min(Math.max(Math.floor(place * cells), 0), cells - 1)
  const here = (cell(y) * (cells + 1) + cell(x)) * 2
  const below = here + (cells + 1) * 2
  const along = (from: number, to: number): number => ((places[to] ?? 0) - (places[from] ?? 0)) * cells
  const [ax, ay] = [along(here, here + 2), along(here + 1, here + 3)]
  const [bx, by] = [along(here, below), along(here + 1, below + 1)]
  return ax * by - ay * bx >= LEAST_AREA && Math.hypot(ax, ay, bx, by) <= MOST_STRETCH
}

function fieldOf(plate: PlaneMap, cells: number): BendField {
  const places = new Float32Array((cells + 1) * (cells + 1) * 2)
  const at = new Float64Array(2)
  for (let row = 0, target = 0; row <= cells; row++)
    for (let column = 0; column <= cells; column++, target += 2) {
      plate(column / cells, row / cells, at)
      places[target] = at[0] ?? 0
      places[target + 1] = at[1] ?? 0
    }
  return { cells, places }
}

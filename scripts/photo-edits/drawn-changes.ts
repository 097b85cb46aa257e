import type { LabelMap } from '../../electron/contract/label-map.ts'

/** A change as a user would draw it, on class ids of the landscape pack. */
export interface DrawnChange {
  readonly name: string
  /** The labels after the change; undefined where a photo shows nothing that can be changed this way. */
  readonly draw: (labels: LabelMap) => LabelMap | undefined
  /** The class whose pixels are painted anew although their class stays, if there is one. */
  readonly anew?: number
}

const SKY = 3
const TREE = 5
const ROAD = 7
const GRASS = 10
const EARTH = 14
const MOUNTAIN = 17
const WATER = 22
const SEA = 27
const FIELD = 30
const GROUND = new Set([GRASS, EARTH, FIELD])

/** The four changes of the proof, in turn over the photos. */
export const DRAWN_CHANGES: readonly DrawnChange[] = [
  { name: 'lake into meadow', draw: (labels) => ellipse(labels, (label) => GROUND.has(label), WATER, 0.32, 0.4) },
  { name: 'sky replaced', draw: (labels) => (share(labels, SKY) > 0.1 ? labels : undefined), anew: SKY },
  { name: 'tree removed', draw: removeTrees },
  { name: 'path added', draw: (labels) => path(labels, (label) => GROUND.has(label) || label === MOUNTAIN) },
]

function share({ data }: LabelMap, label: number): number {
  return data.filter((value) => value === label).length / data.length
}

/** An ellipse in the middle of what may be changed. */
function ellipse(
  { width, height, data }: LabelMap,
  mayChange: (label: number) => boolean,
  label: number,
  across: number,
  down: number,
): LabelMap | undefined {
  const places = [...data.keys()].filter((at) => mayChange(data[at] ?? 0))
  if (places.length < 0.08 * data.length) return undefined
  const x = places.reduce((sum, at) => sum + (at % width), 0) / places.length
  const y = places.reduce((sum, at) => sum + Math.floor(at / width), 0) / places.length
  const size = Math.sqrt(places.length)
  return redrawn({ width, height, data }, (at) => {
    const dx = ((at % width) - x) / (across * size * 1.6)
    const dy = (Math.floor(at / width) - y) / (down * size * 0.7)
    return dx * dx + dy * dy < 1 && mayChange(data[at] ?? 0) ? label : undefined
  })
}

/** The trees of the busier half become what lies below or around them. */
function removeTrees(labels: LabelMap): LabelMap | undefined {
  const { width, height, data } = labels
  const half = [...data.keys()].filter((at) => data[at] === TREE && at % width < width / 2).length
  const total = data.filter((label) => label === TREE).length
  if (total < 0.03 * data.length || total > 0.6 * data.length) return undefined
  const left = half > total / 2
  return redrawn(labels, (at) => {
    if (data[at] !== TREE || at % width < width / 2 !== left) return undefined
    for (let y = Math.floor(at / width); y < height; y++) {
      const below = data[y * width + (at % width)] ?? TREE
      if (GROUND.has(below) || below === WATER || below === SEA || below === ROAD) return below
    }
    return GRASS
  })
}

/** A path that narrows towards the horizon. */
function path(labels: LabelMap, mayChange: (label: number) => boolean): LabelMap | undefined {
  const { width, height, data } = labels
  const bottom = data.subarray((height - 1) * width).filter((label) => mayChange(label)).length
  if (bottom < width / 3) return undefined
  return redrawn(labels, (at) => {
    const near = (Math.floor(at / width) / height - 0.55) / 0.45
    if (near < 0 || !mayChange(data[at] ?? 0)) return undefined
    const middle = width * (0.5 + 0.12 * Math.sin(near * 4))
    return Math.abs((at % width) - middle) < width * (0.015 + 0.09 * near) ? ROAD : undefined
  })
}

function redrawn(labels: LabelMap, labelAt: (at: number) => number | undefined): LabelMap | undefined {
  const data = labels.data.map((label, at) => labelAt(at) ?? label)
  return data.some((label, at) => label !== labels.data[at]) ? { ...labels, data } : undefined
}

/**
 * Writes assets/face-templates: twelve faces as lines (`<name>.json`, a condition of kind `lines` with closed parts) and as label maps
 * with CelebAMask-HQ's ids (`<name>.png`). Run it again after a change to scripts/faces.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { encode } from 'fast-png'

import { faceAreas } from './faces/face.mjs'
import { looks } from './faces/looks.mjs'
import { root } from './setup/repository.mjs'

const folder = path.join(root, 'assets/face-templates')
const SIDE = 512
/** Of the label maps: half, as packs see them. */
const MAP_SIDE = 256

/** CelebAMask-HQ's own colours by id. */
const colours = [
  '000000 cc0000 4c9900 cccc00 3333ff cc00cc 00ffff ffcccc 663300 ff0000 66cc00 ffff00 000099 0000cc ff3399 00cccc 003300 ff9933 00cc00',
]
  .join(' ')
  .split(' ')
  .map((code) => [0, 2, 4].map((at) => Number.parseInt(code.slice(at, at + 2), 16)))
const palette = Array.from({ length: 256 }, (_, id) => colours[id] ?? [0, 0, 0])

/** @param {number} value */
const tenths = (value) => Math.round(value * 10) / 10

/**
 * Gives every pixel whose centre lies inside the outline a class.
 *
 * @param {Uint8Array} data
 * @param {readonly import('./faces/curves.mjs').Point[]} points
 * @param {number} classId
 */
function fill(data, points, classId) {
  /** @param {number | undefined} x */
  const column = (x) => ((x ?? 0) * MAP_SIDE) / SIDE
  for (let row = 0; row < MAP_SIDE; row++) {
    const y = ((row + 0.5) * SIDE) / MAP_SIDE
    const crossings = points
      .flatMap(([x0, y0], index) => {
        const [x1, y1] = points[(index + 1) % points.length] ?? [x0, y0]
        return y0 > y === y1 > y ? [] : [x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)]
      })
      .sort((one, other) => one - other)
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const from = Math.max(0, Math.ceil(column(crossings[index]) - 0.5))
      const to = Math.min(MAP_SIDE - 1, Math.floor(column(crossings[index + 1]) - 0.5))
      if (to >= from) data.fill(classId, row * MAP_SIDE + from, row * MAP_SIDE + to + 1)
    }
  }
}

/**
 * The lines of an area as packs are given them: parts of the face are drawn whole, areas behind it only where they are
 * seen.
 *
 * @param {import('./faces/face.mjs').Area} area
 * @param {readonly import('./faces/face.mjs').Area[]} above
 */
function visibleLines({ part, closed, points, behind }, above) {
  const known = part === 'lid' ? 'other' : part
  const [first] = points
  const path = closed && first !== undefined ? [...points, first] : points
  const runs = behind ? seenRuns(path, above) : [path]
  return runs.map((run) => ({ part: known, points: run.map(([x, y]) => [tenths(x), tenths(y)]) }))
}

/**
 * @param {readonly import('./faces/curves.mjs').Point[]} path
 * @param {readonly import('./faces/face.mjs').Area[]} above
 */
function seenRuns(path, above) {
  const covers = above.filter(({ closed, classId }) => closed && classId !== undefined)
  /** @type {import('./faces/curves.mjs').Point[][]} */
  const runs = [[]]
  for (const point of path) {
    if (covers.some(({ points }) => isInside(point, points)) || point[1] > SIDE + 4) {
      if ((runs.at(-1)?.length ?? 0) > 0) runs.push([])
    } else runs.at(-1)?.push(point)
  }
  return runs.filter((run) => run.length > 2)
}

/**
 * @param {import('./faces/curves.mjs').Point} point
 * @param {readonly import('./faces/curves.mjs').Point[]} outline
 */
function isInside([x, y], outline) {
  return outline.reduce((inside, [x0, y0], index) => {
    const [x1, y1] = outline[(index + 1) % outline.length] ?? [x0, y0]
    return y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0) ? !inside : inside
  }, false)
}

mkdirSync(folder, { recursive: true })
for (const [name, look] of Object.entries(looks)) {
  const areas = faceAreas(look)
  const data = new Uint8Array(MAP_SIDE * MAP_SIDE)
  for (const { classId, points } of areas) if (classId !== undefined) fill(data, points, classId)
  const lines = areas.flatMap((area, index) => visibleLines(area, areas.slice(index + 1)))
  const condition = { kind: 'lines', width: SIDE, height: SIDE, lines }
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(condition)}\n`)
  const png = encode(
    { width: MAP_SIDE, height: MAP_SIDE, data, depth: 8, channels: 1, palette },
    { zlib: { level: 9 } },
  )
  writeFileSync(path.join(folder, `${name}.png`), png)
}

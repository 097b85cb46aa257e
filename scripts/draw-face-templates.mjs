/**
 * Writes assets/face-templates: twelve faces as label maps with CelebAMask-HQ's ids (`<name>.png`) and as the lines around
 * them (`<name>.json`, a condition of kind `lines` with closed parts). Run it again after a change to scripts/faces.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { encode } from 'fast-png'

import { importTypeScript } from './building/import-typescript.mjs'
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

const imported = await importTypeScript('scripts/faces/traced-lines.ts')
const { tracedLines } = /** @type {typeof import('./faces/traced-lines.ts')} */ (imported)

/** @param {number} value */
const tenths = (value) => Math.round(value * 10) / 10

/**
 * Gives every pixel whose centre lies inside the outline a class.
 *
 * @param {{ side: number, data: Uint8Array }} map
 * @param {readonly import('./faces/curves.mjs').Point[]} points
 * @param {number} classId
 */
function fill({ side, data }, points, classId) {
  /** @param {number | undefined} x */
  const column = (x) => ((x ?? 0) * side) / SIDE
  for (let row = 0; row < side; row++) {
    const y = ((row + 0.5) * SIDE) / side
    const crossings = points
      .flatMap(([x0, y0], index) => {
        const [x1, y1] = points[(index + 1) % points.length] ?? [x0, y0]
        return y0 > y === y1 > y ? [] : [x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)]
      })
      .sort((one, other) => one - other)
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const from = Math.max(0, Math.ceil(column(crossings[index]) - 0.5))
      const to = Math.min(side - 1, Math.floor(column(crossings[index + 1]) - 0.5))
      if (to >= from) data.fill(classId, row * side + from, row * side + to + 1)
    }
  }
}

/**
 * The areas as a map of a side in pixels.
 *
 * @param {readonly import('./faces/face.mjs').Area[]} areas
 * @param {number} side
 */
function mapOf(areas, side) {
  const data = new Uint8Array(side * side)
  for (const { classId, points } of areas) fill({ side, data }, points, classId)
  return data
}

/**
 * Lines of what is no part of the face, where it is seen: neck and clothes.
 *
 * @param {import('./faces/face.mjs').Area} area
 * @param {readonly import('./faces/face.mjs').Area[]} above
 */
function otherLines({ part, points }, above) {
  if (part !== 'other') return []
  const [first] = points
  const path = first === undefined ? points : [...points, first]
  return seenRuns(path, above).map((run) => ({
    part: /** @type {const} */ ('other'),
    points: run.map(([x, y]) => [tenths(x), tenths(y)]),
  }))
}

/**
 * @param {readonly import('./faces/curves.mjs').Point[]} path
 * @param {readonly import('./faces/face.mjs').Area[]} above
 */
function seenRuns(path, above) {
  /** @type {import('./faces/curves.mjs').Point[][]} */
  const runs = [[]]
  for (const point of path) {
    if (above.some(({ points }) => isInside(point, points)) || point[1] > SIDE + 4) {
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
  const data = mapOf(areas, MAP_SIDE)
  const traced = tracedLines({ width: SIDE, height: SIDE, data: mapOf(areas, SIDE) })
  const lines = [...areas.flatMap((area, index) => otherLines(area, areas.slice(index + 1))), ...traced]
  const condition = { kind: 'lines', width: SIDE, height: SIDE, lines }
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(condition)}\n`)
  const png = encode(
    { width: MAP_SIDE, height: MAP_SIDE, data, depth: 8, channels: 1, palette },
    { zlib: { level: 9 } },
  )
  writeFileSync(path.join(folder, `${name}.png`), png)
}

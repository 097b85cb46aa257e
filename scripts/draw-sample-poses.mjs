/** Writes assets/poses/*.json, the sample poses of the people workspace; run it again after a change to scripts/poses. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { pose } from './poses/mannequin.mjs'
import { postures } from './poses/postures.mjs'
import { root } from './setup/repository.mjs'

const folder = path.join(root, 'assets/poses')
const WIDTH = 576
const HEIGHT = 768
/** Pixels of a body height, less where raised arms need the room. */
const LARGEST_SCALE = 660
/** Pixels left free on every side, for hands, feet and hair around the points. */
const MARGIN = 44

/**
 * Where the posture stands in the picture: as large as it fits, in the middle across, its feet on the lower margin.
 *
 * @param {(import('./poses/mannequin.mjs').Place | null)[]} points in body heights
 */
function placed(points) {
  const seen = points.filter((point) => point !== null)
  const across = seen.map(([x]) => x)
  const down = seen.map(([, y]) => y)
  const [left, right] = [Math.min(...across), Math.max(...across)]
  const [top, bottom] = [Math.min(...down), Math.max(...down)]
  const scale = Math.min(LARGEST_SCALE, (WIDTH - 2 * MARGIN) / (right - left), (HEIGHT - 2 * MARGIN) / (bottom - top))
  const shift = [WIDTH / 2 - ((left + right) / 2) * scale, HEIGHT - MARGIN - bottom * scale]
  return points.map((point) =>
    point === null ? null : [point[0] * scale + (shift[0] ?? 0), point[1] * scale + (shift[1] ?? 0)],
  )
}

/** @param {number} value */
const tenths = (value) => Math.round(value * 10) / 10

mkdirSync(folder, { recursive: true })
for (const [name, posture] of Object.entries(postures)) {
  const keypoints = placed(pose(posture)).flatMap((point) =>
    point === null ? [0, 0, 0] : [tenths(point[0] ?? 0), tenths(point[1] ?? 0), 1],
  )
  const document = {
    version: 1.3,
    canvas_width: WIDTH,
    canvas_height: HEIGHT,
    people: [{ person_id: [-1], pose_keypoints_2d: keypoints }],
  }
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(document)}\n`)
}

import { readPose } from '../read-pose.ts'
import type { ConditionReader } from './condition-reader.ts'

/** A standing person of 18 points, in shares of a picture's sides. */
const STANDING: readonly (readonly [number, number])[] = [
  [0.5, 0.12],
  [0.5, 0.22],
  [0.4, 0.22],
  [0.36, 0.36],
  [0.35, 0.48],
  [0.6, 0.22],
  [0.64, 0.36],
  [0.65, 0.48],
  [0.44, 0.5],
  [0.43, 0.7],
  [0.43, 0.9],
  [0.56, 0.5],
  [0.57, 0.7],
  [0.57, 0.9],
  [0.48, 0.1],
  [0.52, 0.1],
  [0.45, 0.12],
  [0.55, 0.12],
]

/** JSON of a pose. */
export const poseReader: ConditionReader = {
  takes: ['person'],
  listed: { extensions: ['.json'], folders: false },
  shownChannels: 3,
  read: (_manifest, { layout, person, onNotice }, fallback) => readPose(layout, fallback, person, onNotice),
  synthetic: (_manifest, { width, height }, shift) => ({
    kind: 'pose',
    width,
    height,
    // The arms swing, so that every picture is another one.
    points: STANDING.map(([x, y], joint) => [
      (x + ([4, 7].includes(joint) ? 0.05 * Math.sin(shift) : 0)) * width,
      y * height,
    ]),
  }),
}

import { BODY_POINTS } from '../../contract/poses/body-18.ts'
import type { Pose } from './pose.ts'

/** The part of OpenPose's JSON that Cocanvas writes, with the canvas size beside it as pose editors do. */
export interface OpenPoseDocument {
  readonly version: 1.3
  readonly canvas_width: number
  readonly canvas_height: number
  readonly people: readonly [{ readonly person_id: readonly [-1]; readonly pose_keypoints_2d: readonly number[] }]
}

/** A pose as OpenPose 18-point JSON: x, y, 1 for each joint, 0, 0, 0 for a missing one. `parseOpenPose` reads it back unchanged. */
export function exportOpenPose(pose: Pose): OpenPoseDocument {
  const keypoints = BODY_POINTS.flatMap((_, joint) => {
    const point = pose.points[joint] ?? null
    return point === null ? [0, 0, 0] : [point[0], point[1], 1]
  })
  return {
    version: 1.3,
    canvas_width: pose.width,
    canvas_height: pose.height,
    people: [{ person_id: [-1], pose_keypoints_2d: keypoints }],
  }
}

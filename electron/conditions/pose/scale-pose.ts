import type { ImageSize } from '../../contract/image-size.ts'
import type { Pose } from './pose.ts'

/**
 * Moves a pose to a picture of another size, stretching both axes as photos are stretched.
 * The authors' loader draws first and shrinks the drawing; at 256×256, the size of all their data, that is the same. For larger
 * pictures it would give the network hair-thin limbs it never saw, so the joints are moved first and limbs keep their width.
 */
export function scalePose(pose: Pose, size: ImageSize): Pose {
  if (pose.width === size.width && pose.height === size.height) return pose
  const points = pose.points.map((point): [number, number] | null =>
    point === null ? null : [(point[0] * size.width) / pose.width, (point[1] * size.height) / pose.height],
  )
  return { width: size.width, height: size.height, points }
}

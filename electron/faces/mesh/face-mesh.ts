import { distance, midpoint, type Point } from '../geometry/point.ts'
import { LEFT_EYE, RIGHT_EYE } from './face-outlines.ts'

/** Points of MediaPipe's FaceMesh. */
export const MESH_POINTS = 468

/** A face's 468 points in pixels of the photo, x, y, x, y …; x right, y down. */
export type MeshPoints = Float32Array

export function meshPoint(points: MeshPoints, index: number): Point {
  return { x: points[index * 2] ?? 0, y: points[index * 2 + 1] ?? 0 }
}

export function meshPolygon(points: MeshPoints, indices: readonly number[]): Point[] {
  return indices.map((index) => meshPoint(points, index))
}

/** Middle between an eye's corners. */
function eyeCentre(points: MeshPoints, { opening }: { readonly opening: readonly number[] }): Point {
  return midpoint(meshPoint(points, opening[0] ?? 0), meshPoint(points, opening[8] ?? 0))
}

/** Centres of the person's right and left eye, and the distance between them: the measure of a face's size. */
export function eyeLine(points: MeshPoints): { readonly right: Point; readonly left: Point; readonly length: number } {
  const right = eyeCentre(points, RIGHT_EYE)
  const left = eyeCentre(points, LEFT_EYE)
  return { right, left, length: distance(right, left) }
}

/** Roll of the face: angle of the line from the right eye to the left, radians, clockwise on screen. */
export function rollOf(points: MeshPoints): number {
  const { right, left } = eyeLine(points)
  return Math.atan2(left.y - right.y, left.x - right.x)
}

/** Settings of the pose tool. */
export interface PoseSettings {
  /** Bones keep their length while joints are dragged. */
  readonly lockBones: boolean
  /** Shows the pose as it was before the last change. */
  readonly onionSkin: boolean
}

export const poseSettings: PoseSettings = { lockBones: true, onionSkin: false }

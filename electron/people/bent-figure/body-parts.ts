import type { BodyPoint } from './body-points.ts'

/** A stretch of a body that moves as one: what it carries lies around the line between two points. */
export interface Bone {
  readonly from: BodyPoint
  readonly to: BodyPoint
  /** How far what belongs to it usually reaches from the line, in shares of the body's height. */
  readonly radius: number
}

/** An arm or a leg, which is cut out, moved and laid over others as a whole: it bends but does not come apart. */
export interface Limb {
  readonly name: string
  readonly role: 'leg' | 'arm'
  readonly bones: readonly Bone[]
  /** The same limb of the other side, which lends where the exemplar does not show this one. */
  readonly other: readonly Bone[]
}

const ARM_RADII = [0.036, 0.03] as const
const LEG_RADII = [0.055, 0.045] as const

export const LIMB_PARTS: readonly Limb[] = [
  { name: 'right leg', role: 'leg', bones: leg('right'), other: leg('left') },
  { name: 'left leg', role: 'leg', bones: leg('left'), other: leg('right') },
  { name: 'right arm', role: 'arm', bones: arm('right'), other: arm('left') },
  { name: 'left arm', role: 'arm', bones: arm('left'), other: arm('right') },
]

function leg(side: 'right' | 'left'): readonly Bone[] {
  return [
    { from: `${side} hip`, to: `${side} knee`, radius: LEG_RADII[0] },
    { from: `${side} knee`, to: `${side} ankle`, radius: LEG_RADII[1] },
  ]
}

function arm(side: 'right' | 'left'): readonly Bone[] {
  return [
    { from: `${side} shoulder`, to: `${side} elbow`, radius: ARM_RADII[0] },
    { from: `${side} elbow`, to: `${side} wrist`, radius: ARM_RADII[1] },
  ]
}

import { CocanvasError } from '../../../contract/error-codes.ts'
import {
  makeUpSentence,
  type MakeUpNotice,
  type MakeUpRole,
  type SeenPart,
} from '../../../contract/recipes/make-up-notice.ts'
import type { Face } from '../../../faces/face.ts'
import { SMALLEST_FACE } from '../../../faces/find-faces.ts'
import { makeupAmount } from '../../../makeup/layers/make-up-amount.ts'
import type { MakeupLayers } from '../../../makeup/layers/makeup-layers.ts'
import type { WornColour } from '../../../makeup/layers/soft-layers.ts'
import type { TargetFace } from '../../../makeup/transfer/target-face.ts'

/** The face, or why it cannot be worked on. */
export function usableFace(face: Face | undefined, role: MakeUpRole): Face | MakeUpNotice {
  if (face === undefined) return { kind: 'no-face', role, least: SMALLEST_FACE }
  if (face.side < SMALLEST_FACE)
    return { kind: 'small-face', role, pixels: Math.round(face.side), least: SMALLEST_FACE }
  return face
}

export function isNotice(value: Face | MakeupLayers | MakeUpNotice): value is MakeUpNotice {
  return 'kind' in value
}

/** A fault as an error, for those who asked for one thing alone. */
export function faultError(fault: MakeUpNotice): CocanvasError {
  return new CocanvasError('bad-request', makeUpSentence(fault))
}

/** A notice where an exemplar wears so little that nobody would see a change. */
export function bareExemplarNotice(layers: MakeupLayers): MakeUpNotice[] {
  return makeupAmount(layers) < LITTLE ? [{ kind: 'little-make-up' }] : []
}

const LITTLE = 17.5
const HIDDEN = 0.35

/** A notice of the parts of a face that cannot be seen. */
export function hiddenPartNotices({ seen }: Pick<WornColour, 'seen'>, role: MakeUpRole): MakeUpNotice[] {
  const parts: SeenPart[] = []
  if (seen.lips < HIDDEN) parts.push('lips')
  if (seen.eyes < HIDDEN) parts.push('lids')
  if (seen.skin < HIDDEN) parts.push('skin')
  return parts.length === 0 ? [] : [{ kind: 'hidden', role, parts }]
}

/** A notice where a face is flat, as drawn ones are: of 80 photos the most even had 5 % of places like their neighbours. */
export function drawnFaceNotices({ flat }: Pick<TargetFace, 'flat'>): MakeUpNotice[] {
  return flat > MOSTLY_FLAT ? [{ kind: 'drawing' }] : []
}

const MOSTLY_FLAT = 0.5

/** Notices, each said once. */
export class Notices {
  readonly #known = new Map<string, MakeUpNotice>()

  add(notices: readonly MakeUpNotice[]): void {
    for (const notice of notices) this.#known.set(JSON.stringify(notice), notice)
  }

  all(): MakeUpNotice[] {
    return [...this.#known.values()]
  }
}

import { CocanvasError } from '../../../contract/error-codes.ts'
import type { Face } from '../../../faces/face.ts'
import { SMALLEST_FACE } from '../../../faces/find-faces.ts'
import { makeupAmount } from '../../../makeup/layers/make-up-amount.ts'
import type { MakeupLayers } from '../../../makeup/layers/makeup-layers.ts'
import type { WornColour } from '../../../makeup/layers/soft-layers.ts'

/** The largest face of a photo, or why there is none to work on. @param role `photo` or `exemplar` */
export function usableFace(faces: readonly Face[], role: 'photo' | 'exemplar'): Face {
  const [face] = faces
  if (face === undefined)
    throw new CocanvasError(
      'bad-request',
      `No face was found in the ${role}; choose a photograph that shows a face whole and at least ${SMALLEST_FACE} pixels wide.`,
    )
  if (face.side < SMALLEST_FACE)
    throw new CocanvasError(
      'bad-request',
      `The face in the ${role} is only ${Math.round(face.side)} pixels wide; choose a photo in which it has at least ${SMALLEST_FACE}.`,
    )
  return face
}

/** A sentence where an exemplar wears so little that nobody would see a change. */
export function bareExemplarNotice(layers: MakeupLayers): string[] {
  return makeupAmount(layers) < LITTLE ? ['The exemplar wears hardly any make-up, so little changes.'] : []
}

const LITTLE = 18
const HIDDEN = 0.35

/** A sentence for each part of a face that cannot be seen. */
export function hiddenPartNotices({ seen }: Pick<WornColour, 'seen'>, role: 'photo' | 'exemplar'): string[] {
  const hidden = [
    ...(seen.lips < HIDDEN ? ['lips'] : []),
    ...(seen.eyes < HIDDEN ? ['lids'] : []),
    ...(seen.skin < HIDDEN ? ['skin'] : []),
  ]
  if (hidden.length === 0) return []
  return [`The ${hidden.join(' and ')} can hardly be seen in the ${role}, so little changes there.`]
}

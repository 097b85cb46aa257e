/**
 * The CelebAMask-HQ classes, in the numbering of the data set's merged label maps (its `g_mask.py`), which face parsers share,
 * and where the two official face checkpoints expect each of them.
 *
 * - `id`: value in a CelebAMask-HQ label map.
 * - `maskChannel`: channel of the 19-channel `celebahq` condition. The authors merged the masks in an order of their own,
 *   so feeding raw CelebAMask-HQ ids gives plausible, wrong pictures.
 * - `part`: distance channel 1..13 of the `celebahqedge` condition, or 0 for what is no face part there.
 */
export interface FaceClass {
  readonly id: number
  readonly name: string
  readonly maskChannel: number
  readonly part: number
}

export const SKIN_ID = 1
export const EYEGLASSES_ID = 3

/** Number of parts of `celebahqedge`: skin, brows, eyes, ears, nose, upper lip, mouth, lower lip, eyeglasses, hair. */
export const FACE_PART_COUNT = 13
export const SKIN_PART = 1
/** The part through which background edges may still be drawn (it comes last, and the authors' loader lets it pass). */
export const HAIR_PART = 13

/** Parts beneath which the face's skin goes on: brows, eyes, nose, lips, mouth, eyeglasses; not the ears and the hair. */
export const COVERED_BY_SKIN: ReadonlySet<number> = new Set([2, 3, 4, 5, 8, 9, 10, 11, 12])

/**
 * The parts from the lowest to the topmost where they overlap: ears and skin, what lies on the skin, hair. Eyes and nose are seen
 * through glasses.
 */
export const FROM_BELOW: readonly number[] = [6, 7, SKIN_PART, 12, 2, 3, 4, 5, 8, 10, 9, 11, HAIR_PART]

export const FACE_CLASSES: readonly FaceClass[] = [
  { id: 0, name: 'background', maskChannel: 0, part: 0 },
  { id: SKIN_ID, name: 'skin', maskChannel: 1, part: SKIN_PART },
  { id: 2, name: 'nose', maskChannel: 9, part: 8 },
  { id: EYEGLASSES_ID, name: 'eyeglasses', maskChannel: 16, part: 12 },
  { id: 4, name: 'left eye', maskChannel: 5, part: 4 },
  { id: 5, name: 'right eye', maskChannel: 6, part: 5 },
  { id: 6, name: 'left brow', maskChannel: 3, part: 2 },
  { id: 7, name: 'right brow', maskChannel: 4, part: 3 },
  { id: 8, name: 'left ear', maskChannel: 7, part: 6 },
  { id: 9, name: 'right ear', maskChannel: 8, part: 7 },
  { id: 10, name: 'mouth', maskChannel: 11, part: 10 },
  { id: 11, name: 'upper lip', maskChannel: 10, part: 9 },
  { id: 12, name: 'lower lip', maskChannel: 12, part: 11 },
  { id: 13, name: 'hair', maskChannel: 2, part: HAIR_PART },
  { id: 14, name: 'hat', maskChannel: 15, part: 0 },
  { id: 15, name: 'earring', maskChannel: 17, part: 0 },
  { id: 16, name: 'necklace', maskChannel: 18, part: 0 },
  { id: 17, name: 'neck', maskChannel: 13, part: 0 },
  { id: 18, name: 'cloth', maskChannel: 14, part: 0 },
]

/**
 * The CelebAMask-HQ classes, in the numbering of the data set's merged label maps (its `g_mask.py`), which face parsers share,
 * and where the two official face checkpoints expect each of them.
 *
 * - `id`: value in a CelebAMask-HQ label map.
 * - `maskChannel`: channel of the 19-channel `celebahq` condition. The authors merged the maps in an order of their own,
 *   so feeding raw CelebAMask-HQ ids gives plausible, wrong pictures.
 * - `edgeChannel`: distance channel 1..13 of the `celebahqedge` condition, or 0 for what is no face part there.
 */
export interface FaceClass {
  readonly id: number
  readonly name: string
  readonly maskChannel: number
  readonly edgeChannel: number
}

export const EYEGLASSES_ID = 3
export const SKIN_ID = 1

/** Number of distance channels of `celebahqedge`, in the order of `edgeChannel`. */
export const FACE_PART_COUNT = 13
/** The part through which background edges may still be drawn (it comes last, and the authors' loader lets it pass). */
export const HAIR_PART = 13
export const SKIN_PART = 1

export const FACE_CLASSES: readonly FaceClass[] = [
  { id: 0, name: 'background', maskChannel: 0, edgeChannel: 0 },
  { id: SKIN_ID, name: 'skin', maskChannel: 1, edgeChannel: SKIN_PART },
  { id: 2, name: 'nose', maskChannel: 9, edgeChannel: 8 },
  { id: EYEGLASSES_ID, name: 'eyeglasses', maskChannel: 16, edgeChannel: 12 },
  { id: 4, name: 'left eye', maskChannel: 5, edgeChannel: 4 },
  { id: 5, name: 'right eye', maskChannel: 6, edgeChannel: 5 },
  { id: 6, name: 'left brow', maskChannel: 3, edgeChannel: 2 },
  { id: 7, name: 'right brow', maskChannel: 4, edgeChannel: 3 },
  { id: 8, name: 'left ear', maskChannel: 7, edgeChannel: 6 },
  { id: 9, name: 'right ear', maskChannel: 8, edgeChannel: 7 },
  { id: 10, name: 'mouth', maskChannel: 11, edgeChannel: 10 },
  { id: 11, name: 'upper lip', maskChannel: 10, edgeChannel: 9 },
  { id: 12, name: 'lower lip', maskChannel: 12, edgeChannel: 11 },
  { id: 13, name: 'hair', maskChannel: 2, edgeChannel: HAIR_PART },
  { id: 14, name: 'hat', maskChannel: 15, edgeChannel: 0 },
  { id: 15, name: 'earring', maskChannel: 17, edgeChannel: 0 },
  { id: 16, name: 'necklace', maskChannel: 18, edgeChannel: 0 },
  { id: 17, name: 'neck', maskChannel: 13, edgeChannel: 0 },
  { id: 18, name: 'cloth', maskChannel: 14, edgeChannel: 0 },
]

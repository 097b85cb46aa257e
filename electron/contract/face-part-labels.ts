/**
 * What a pixel of a photo is for make-up, as labels that a person can correct: where skin is changed, where lips are, and
 * where nothing may be (background, hair, eyes, glasses, hands, the inside of the mouth).
 */
export const FACE_PART_LABELS = { untouched: 0, skin: 1, lips: 2 } as const

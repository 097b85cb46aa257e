import { FACE_CLASSES } from '../../../conditions/face/face-classes.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { OnNotice } from '../on-notice.ts'

/** This share of a picture above the skin is more than the specks of a parser. */
const MORE_THAN_SPECKS = 0.002

const idOf = (name: string): number => FACE_CLASSES.find((face) => face.name === name)?.id ?? 0

/**
 * Says so when a face parsing map seems to hold the channel numbers of the authors' own images (their
 * `all_parts_except_glasses`) instead of CelebAMask-HQ's ids. Every value of theirs is a valid id, so the face would be painted
 * wrongly without a word: their hair, which begins above the skin, has the number that a nose has here.
 */
export function warnOfChannelNumbers(
  path: string,
  { width, data }: LabelMap,
  { classes }: Pick<PackManifest, 'classes'>,
  onNotice: OnNotice | undefined,
): void {
  const nose = idOf('nose')
  const numbersFaces = classes.length === 0 || classes.some(({ id, name }) => id === nose && name === 'nose')
  const firstSkin = data.indexOf(idOf('skin'))
  if (!numbersFaces || firstSkin < 0) return
  const above = data.subarray(0, firstSkin - (firstSkin % width)).reduce((sum, id) => sum + (id === nose ? 1 : 0), 0)
  if (above < MORE_THAN_SPECKS * data.length) return
  onNotice?.(
    `${path} seems to be numbered by channels, as the authors' own images are: it has a nose above the skin. Save it with CelebAMask-HQ's ids (2 nose, 13 hair).`,
  )
}

import { FACE_PART_LABELS } from '../../../electron/contract/face-part-labels.ts'
import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { resizeNearest } from '../../../electron/resampling/nearest.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'
import type { MakeUpStudio } from '../../synthesis/makeup/makeup-studio.ts'
import type { CorrectionSubject } from '../correction/label-correction.ts'

const { skin, lips, untouched } = FACE_PART_LABELS

/** Parts of faces as classes to paint with. */
const CLASSES: readonly PackClass[] = [
  { id: skin, name: 'skin', colour: [240, 190, 150], channel: skin, aliases: [] },
  { id: lips, name: 'lips', colour: [214, 60, 90], channel: lips, aliases: [] },
  { id: untouched, name: 'left alone', colour: [70, 90, 120], channel: untouched, aliases: [] },
]

/** Where skin and lips are in the photo, to be corrected by a person. */
export function partsSubject(studio: MakeUpStudio, announcer: Pick<Announcer, 'text'>): CorrectionSubject {
  const photo = studio.photo.get()
  return {
    id: `make-up-${photo?.open.id ?? ''}`,
    title: announcer.text('makeup.correctTitle', { title: photo?.open.name ?? '' }),
    hint: announcer.text('makeup.correctHint'),
    keepTitle: 'makeup.keepParts',
    read: async () => {
      const labels = await studio.parts()
      if (photo === undefined || labels === undefined) throw new Error(announcer.text('makeup.noPhoto'))
      return { photo: photo.live, labels }
    },
    classes: CLASSES,
    other: untouched,
    keep: (labels) => {
      // A small photo is painted on enlarged labels.
      if (photo !== undefined) studio.correct(resizeNearest(labels, photo.live))
      return Promise.resolve()
    },
  }
}

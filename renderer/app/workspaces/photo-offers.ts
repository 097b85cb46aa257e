import type { FileImport } from '../../files/import/file-import.ts'
import type { PhotoOpening } from '../../files/photo-edit/photo-opening.ts'
import type { MakeUpFiles } from '../../files/makeup/makeup-files.ts'
import type { PhotoOffer } from '../../files/import/photo-offers/photo-offer.ts'
import type { ExemplarsInUse } from '../../synthesis/exemplars/exemplars-context.ts'

export interface PhotoOfferParts {
  readonly exemplars: Pick<ExemplarsInUse, 'library' | 'choosePhoto'>
  readonly files: Pick<FileImport, 'trace'>
  readonly opening: Pick<PhotoOpening, 'open'>
  readonly makeUp: Pick<MakeUpFiles, 'openBytes'>
}

/** What can be done with a dropped photo, the most used first. A new feature that begins with a photo adds its line here. */
export function photoOffers({ exemplars, files, opening, makeUp }: PhotoOfferParts): readonly PhotoOffer[] {
  return [
    {
      id: 'style',
      icon: 'exemplar',
      title: 'photoOffer.style',
      text: 'photoOffer.styleText',
      take: async (photos) => {
        const [first] = await exemplars.library.add(photos)
        if (first !== undefined) await exemplars.choosePhoto(first.id)
      },
    },
    {
      id: 'edit',
      icon: 'photo',
      title: 'photoOffer.edit',
      text: 'photoOffer.editText',
      take: async ([photo]) => {
        if (photo !== undefined) await opening.open(photo)
      },
    },
    {
      id: 'makeup',
      icon: 'palette',
      title: 'photoOffer.makeup',
      text: 'photoOffer.makeupText',
      take: async ([photo]) => {
        if (photo !== undefined) await makeUp.openBytes(photo)
      },
    },
    {
      id: 'trace',
      icon: 'photo',
      title: 'photoOffer.trace',
      text: 'photoOffer.traceText',
      take: (photos) => files.trace(photos),
    },
  ]
}

import type { Locale } from '../../i18n/translate.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'
import batchEnglish from '../../../docs/guide/en/batch.md?raw'
import facesEnglish from '../../../docs/guide/en/faces.md?raw'
import makeUpEnglish from '../../../docs/guide/en/make-up.md?raw'
import paintEnglish from '../../../docs/guide/en/paint.md?raw'
import peopleEnglish from '../../../docs/guide/en/people.md?raw'
import photoEnglish from '../../../docs/guide/en/photo.md?raw'
import batchKorean from '../../../docs/guide/ko/batch.md?raw'
import facesKorean from '../../../docs/guide/ko/faces.md?raw'
import makeUpKorean from '../../../docs/guide/ko/make-up.md?raw'
import paintKorean from '../../../docs/guide/ko/paint.md?raw'
import peopleKorean from '../../../docs/guide/ko/people.md?raw'
import photoKorean from '../../../docs/guide/ko/photo.md?raw'

/** A page of the guide, about one use of the program. */
export interface GuidePage {
  readonly id: string
  readonly title: PlainMessageKey
  /** Markdown by language; built into the window, so that the help needs no network. */
  readonly text: Readonly<Record<Locale, string>>
}

/** The pages of docs/guide in the order of the list. */
export const guidePages: readonly [GuidePage, ...GuidePage[]] = [
  { id: 'paint', title: 'guide.paint', text: { en: paintEnglish, ko: paintKorean } },
  { id: 'photo', title: 'guide.photo', text: { en: photoEnglish, ko: photoKorean } },
  { id: 'make-up', title: 'guide.makeUp', text: { en: makeUpEnglish, ko: makeUpKorean } },
  { id: 'faces', title: 'guide.faces', text: { en: facesEnglish, ko: facesKorean } },
  { id: 'people', title: 'guide.people', text: { en: peopleEnglish, ko: peopleKorean } },
  { id: 'batch', title: 'guide.batch', text: { en: batchEnglish, ko: batchKorean } },
]

/** The pictures of docs/guide/images in the build, by their addresses in the pages. */
export const guidePictures: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(
    import.meta.glob('../../../docs/guide/images/*.png', { eager: true, query: '?url', import: 'default' }),
  ).map(([file, address]) => [file.replace('../../../docs/guide/images/', '../images/'), address]),
)

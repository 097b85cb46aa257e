import type { MakeUpNotice, SeenPart } from '../../../electron/contract/recipes/make-up-notice.ts'
import type { PlainMessageKey, Translate } from '../../i18n/message.ts'

const SEEN_PARTS: Readonly<Record<SeenPart, PlainMessageKey>> = {
  lips: 'makeup.seenLips',
  lids: 'makeup.seenLids',
  skin: 'makeup.seenSkin',
}

/** What could not be done, as one sentence in the user's language; errors bring theirs along. */
export function noticeText(t: Translate, notice: MakeUpNotice | string): string {
  if (typeof notice === 'string') return notice
  switch (notice.kind) {
    case 'no-face': {
      const { role, least } = notice
      return t(role === 'photo' ? 'makeup.noFaceInPhoto' : 'makeup.noFaceInExemplar', { least })
    }
    case 'small-face': {
      const { role, pixels, least } = notice
      return t(role === 'photo' ? 'makeup.smallFaceInPhoto' : 'makeup.smallFaceInExemplar', { pixels, least })
    }
    case 'drawing':
      return t('makeup.drawing')
    case 'little-make-up':
      return t('makeup.littleMakeUp')
    case 'lines-stay':
      return t('makeup.linesStay')
    case 'hidden': {
      const { role } = notice
      const parts = notice.parts
        .map((part) => t(SEEN_PARTS[part]))
        .reduce((first, second) => t('makeup.twoParts', { first, second }))
      return t(role === 'photo' ? 'makeup.hiddenInPhoto' : 'makeup.hiddenInExemplar', { parts })
    }
  }
}

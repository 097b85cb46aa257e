import type { PlainMessageKey } from '../../i18n/message.ts'
import type { ViewMode } from './views-slice.ts'

export const viewTitles: Readonly<Record<ViewMode, PlainMessageKey>> = {
  layout: 'views.layout',
  side: 'views.side',
  result: 'views.result',
  overlay: 'views.overlay',
  compare: 'views.compare',
  warp: 'views.warp',
  exemplar: 'views.exemplar',
}

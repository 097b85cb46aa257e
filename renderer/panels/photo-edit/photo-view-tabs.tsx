import type { ReactElement } from 'react'

import type { PlainMessageKey } from '../../i18n/message.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { usePhotoScene } from '../../painting/photo/photo-scene-context.ts'
import { sceneModes, type SceneMode } from '../../painting/photo/photo-scene.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Tabs } from '../../shared/ui/tabs.tsx'

const titles: Readonly<Record<SceneMode, PlainMessageKey>> = {
  before: 'photoEdit.view.before',
  after: 'photoEdit.view.after',
  compare: 'photoEdit.view.compare',
  change: 'photoEdit.view.change',
}

/** The views of the photo: before, after, both, or the change alone. Painting works in every view. */
export function PhotoViewTabs(): ReactElement {
  const t = useTranslate()
  const scene = usePhotoScene()
  const { mode } = useObservable(scene.view)
  return (
    <Tabs
      label={t('photoEdit.view')}
      tabs={sceneModes.map((value) => ({ value, label: t(titles[value]) }))}
      value={mode}
      onChange={(value) => scene.change({ mode: value })}
    />
  )
}

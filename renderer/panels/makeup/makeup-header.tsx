import { useRef, type ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { useCommands } from '../../shared/commands/commands-context.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { classNames } from '../../shared/ui/class-names.ts'
import { Tabs } from '../../shared/ui/tabs.tsx'
import { eyesOf, lipsOf, showArea } from './face-areas.ts'
import { useMakeUp } from './makeup-context.ts'
import styles from './makeup.module.css'

/** Before, after, or both beside a line; and before for as long as a button is held. */
export function MakeUpViews(): ReactElement {
  const t = useTranslate()
  const { scene } = useMakeUp()
  const { mode } = useObservable(scene.view)
  // What was shown when the hand came down, and comes back when it leaves.
  const before = useRef<typeof mode>(undefined)
  const hold = (): void => {
    before.current ??= mode
    scene.change({ mode: 'before' })
  }
  const release = (): void => {
    if (before.current === undefined) return
    scene.change({ mode: before.current })
    before.current = undefined
  }
  return (
    <div className={styles['views']}>
      <Tabs
        label={t('makeup.view')}
        value={mode === 'change' ? 'after' : mode}
        tabs={[
          { value: 'after', label: t('makeup.after') },
          { value: 'compare', label: t('makeup.compare'), icon: 'compare' },
          { value: 'before', label: t('makeup.before') },
        ]}
        onChange={(chosen) => scene.change({ mode: chosen })}
      />
      <span
        onPointerDown={hold}
        onPointerUp={release}
        onPointerLeave={release}
        onPointerCancel={release}
        onBlur={release}
        onKeyDown={({ key }) => {
          if (key === ' ' || key === 'Enter') hold()
        }}
        onKeyUp={release}
      >
        <Button tone="quiet" onPress={() => undefined}>
          {t('makeup.holdBefore')}
        </Button>
      </span>
    </div>
  )
}

/** Buttons that enlarge parts of the chosen face. */
export function MakeUpLooks(): ReactElement {
  const t = useTranslate()
  const studio = useMakeUp()
  const { viewport } = useEditor()
  const box = useObservable(studio.faces)[useObservable(studio.face)]
  return (
    <div className={styles['buttons']} role="group" aria-label={t('makeup.lookAt')}>
      <Button tone="quiet" disabled={box === undefined} onPress={() => box && showArea(viewport, eyesOf(box))}>
        {t('makeup.toEyes')}
      </Button>
      <Button tone="quiet" disabled={box === undefined} onPress={() => box && showArea(viewport, lipsOf(box))}>
        {t('makeup.toLips')}
      </Button>
      <Button tone="quiet" onPress={() => viewport.fit()}>
        {t('makeup.toAllOfIt')}
      </Button>
    </div>
  )
}

/** Buttons for the photo as a whole. */
export function MakeUpActions(): ReactElement {
  const t = useTranslate()
  const studio = useMakeUp()
  const commands = useCommands()
  const ready = useObservable(studio.faces).length > 0
  return (
    <div className={classNames(styles['buttons'], styles['actions'])}>
      <Button onPress={() => commands.run('makeup.open')}>{t('makeup.openPhoto')}</Button>
      <Button disabled={!ready} onPress={() => commands.run('makeup.correct')}>
        {t('makeup.correct')}
      </Button>
      <Button disabled={!ready} onPress={() => commands.run('makeup.keepLook')}>
        {t('makeup.keepLook')}
      </Button>
      <Button tone="primary" disabled={!ready} onPress={() => commands.run('makeup.export')}>
        {t('makeup.export')}
      </Button>
    </div>
  )
}

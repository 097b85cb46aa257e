import type { ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import type { PlainMessageKey } from '../../i18n/message.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { classNames } from '../../shared/ui/class-names.ts'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { useSettings } from '../../shared/settings/settings-context.ts'
import { useSettingsChange } from '../../shared/settings/use-settings-change.ts'
import { FIRST_STEP_COUNT, firstStepChosen, firstStepsHidden, selectFirstStep } from './first-steps-slice.ts'
import styles from './first-steps.module.css'

const steps: readonly { readonly title: PlainMessageKey; readonly text: PlainMessageKey }[] = [
  { title: 'firstSteps.paintTitle', text: 'firstSteps.paintText' },
  { title: 'firstSteps.photoTitle', text: 'firstSteps.photoText' },
  { title: 'firstSteps.lookTitle', text: 'firstSteps.lookText' },
]

/** Three sentences that explain how the app is used; they are shown beside the work and never block it. */
export function FirstSteps(): ReactElement | null {
  const t = useTranslate()
  const dispatch = useDispatch()
  const at = useSelector(selectFirstStep)
  const { firstRunDone } = useSettings()
  const change = useSettingsChange()
  const step = at === null ? undefined : steps[at]
  if (at === null || step === undefined) return null
  const hide = (): void => {
    dispatch(firstStepsHidden())
    if (!firstRunDone) change({ firstRunDone: true })
  }
  const last = at === FIRST_STEP_COUNT - 1
  return (
    <section className={styles['hint']} aria-label={t('firstSteps.title')}>
      <header>
        <span>{t('firstSteps.place', { step: at + 1, count: FIRST_STEP_COUNT })}</span>
        <IconButton icon="close" size="small" label={t('firstSteps.hide')} onPress={hide} />
      </header>
      <h3>{t(step.title)}</h3>
      <p>{t(step.text)}</p>
      <footer>
        <span className={styles['dots']} aria-hidden="true">
          {steps.map(({ title }, index) => (
            <span key={title} className={classNames(styles['dot'], index === at && styles['now'])} />
          ))}
        </span>
        {at === 0 ? null : <Button onPress={() => dispatch(firstStepChosen(at - 1))}>{t('firstSteps.back')}</Button>}
        <Button tone="primary" onPress={() => (last ? hide() : dispatch(firstStepChosen(at + 1)))}>
          {last ? t('firstSteps.done') : t('firstSteps.next')}
        </Button>
      </footer>
    </section>
  )
}

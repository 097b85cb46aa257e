import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { useResults } from '../results/results-context.ts'
import { useLargePicture } from './large-picture-context.ts'
import styles from './large-picture-menu.module.css'

/** The sides that are offered; what the pack cannot paint at this size is enlarged afterwards. */
const sides = [512, 1024, 2048] as const

/** Buttons at the end of the strip that make the picture larger. */
export function LargePictureMenu(): ReactElement {
  const t = useTranslate()
  const large = useLargePicture()
  const results = useResults()
  const state = useObservable(large.state)
  const picture = useObservable(results.picture)
  return (
    <div className={styles['menu']}>
      <span className={styles['label']}>{t('large.make')}</span>
      {sides.map((side) => (
        <Button
          key={side}
          disabled={picture === undefined || state.kind === 'rendering'}
          onPress={() => void large.render(side)}
        >
          {side}
        </Button>
      ))}
    </div>
  )
}

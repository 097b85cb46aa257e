import type { ReactElement } from 'react'

import type { ExemplarEntry } from '../../../electron/contract/exemplar-library.ts'
import { shippedTitle } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { classNames } from '../../shared/ui/class-names.ts'
import { Tooltip } from '../../shared/ui/tooltip.tsx'
import { coveragePercent, type Suitability } from '../../synthesis/exemplars/class-coverage.ts'
import styles from './exemplar-panel.module.css'
import { ExemplarThumbnail } from '../../synthesis/exemplars/exemplar-thumbnail.tsx'

interface ExemplarTileProps {
  readonly entry: ExemplarEntry
  readonly chosen: boolean
  /** Undefined until the photo is labelled. */
  readonly fit: Suitability | undefined
  readonly onChoose: () => void
}

export function ExemplarTile({ entry, chosen, fit, onChoose }: ExemplarTileProps): ReactElement {
  const t = useTranslate()
  const percent = fit && coveragePercent(fit)
  const tags = entry.tags.length === 0 ? '' : ` · ${entry.tags.join(', ')}`
  const text = `${shippedTitle(t, entry)}${tags}${percent === undefined ? '' : ` · ${t('exemplar.covers', { percent })}`}`
  return (
    <li>
      <Tooltip text={text} className={styles['place']}>
        <button
          type="button"
          className={classNames(styles['tile'], chosen && styles['chosen'])}
          aria-label={text}
          aria-pressed={chosen}
          data-exemplar={entry.id}
          onClick={onChoose}
        >
          <ExemplarThumbnail key={JSON.stringify(entry.frame)} id={entry.id} />
          {percent === undefined ? null : <span className={styles['fit']}>{percent} %</span>}
        </button>
      </Tooltip>
    </li>
  )
}

import type { ReactElement } from 'react'

import type { ExemplarEntry } from '../../../electron/contract/exemplar-library.ts'
import { shippedTitle } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { classNames } from '../../shared/ui/class-names.ts'
import { Tooltip } from '../../shared/ui/tooltip.tsx'
import styles from './exemplar-panel.module.css'
import { ExemplarThumbnail } from './exemplar-thumbnail.tsx'

interface ExemplarTileProps {
  readonly entry: ExemplarEntry
  readonly chosen: boolean
  /** Share of the layout whose classes the photo shows, 0..1; undefined until it is labelled. */
  readonly coverage: number | undefined
  readonly onChoose: () => void
}

export function ExemplarTile({ entry, chosen, coverage, onChoose }: ExemplarTileProps): ReactElement {
  const t = useTranslate()
  const fit = coverage === undefined ? undefined : Math.round(coverage * 100)
  const tags = entry.tags.length === 0 ? '' : ` · ${entry.tags.join(', ')}`
  const text = `${shippedTitle(t, entry)}${tags}${fit === undefined ? '' : ` · ${t('exemplar.covers', { percent: fit })}`}`
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
          {fit === undefined ? null : <span className={styles['fit']}>{fit} %</span>}
        </button>
      </Tooltip>
    </li>
  )
}

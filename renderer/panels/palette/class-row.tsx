import type { ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { className } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { classNames } from '../../shared/ui/class-names.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { Tooltip } from '../../shared/ui/tooltip.tsx'
import type { ClassColours } from '../../painting/canvas/class-colours.ts'
import { ClassSwatch } from './class-swatch.tsx'
import styles from './palette-panel.module.css'
import { classChosen, classLockToggled, favouriteToggled } from '../../model/palette/palette-slice.ts'

interface ClassRowProps {
  readonly entry: PackClass
  readonly colours: ClassColours
  readonly chosen: boolean
  readonly favourite: boolean
  readonly locked: boolean
  /** Whether it is painted although the exemplar does not show it. */
  readonly missing: boolean
  /** 0..1 of the layout. */
  readonly share: number
  /** The alias that the search found, if its own name did not match. */
  readonly alias: string | undefined
  /** The number key that chooses it. */
  readonly numberKey: string | undefined
}

export function ClassRow(props: ClassRowProps): ReactElement {
  const { entry, colours, chosen, favourite, locked, missing, share, alias, numberKey } = props
  const t = useTranslate()
  const dispatch = useDispatch()
  const { id } = entry
  const name = className(t, entry.name)
  return (
    <li className={classNames(styles['row'], chosen && styles['chosen'])}>
      <button
        type="button"
        className={styles['choose']}
        aria-pressed={chosen}
        onClick={() => dispatch(classChosen(id))}
      >
        <span className={styles['key']}>{numberKey}</span>
        <ClassSwatch classId={id} colours={colours} className={styles['swatch']} />
        <span className={styles['name']}>
          {name}
          {alias === undefined ? null : <span className={styles['alias']}> · {alias}</span>}
        </span>
        {missing ? (
          <Tooltip text={t('palette.missing', { name })} className={styles['warning']}>
            <Icon name="warning" size={15} />
          </Tooltip>
        ) : null}
        <span className={styles['share']}>
          {share > 0 ? t('palette.share', { percent: share < 0.01 ? '<1' : Math.round(share * 100) }) : ''}
        </span>
      </button>
      <span className={classNames(styles['buttons'], (favourite || locked) && styles['kept'])}>
        <IconButton
          size="small"
          icon={locked ? 'lock' : 'unlock'}
          pressed={locked}
          label={locked ? t('palette.unlock', { name }) : t('palette.lock', { name })}
          onPress={() => dispatch(classLockToggled(id))}
        />
        <IconButton
          size="small"
          icon={favourite ? 'starFilled' : 'star'}
          pressed={favourite}
          label={favourite ? t('palette.unfavourite', { name }) : t('palette.favourite', { name })}
          onPress={() => dispatch(favouriteToggled(id))}
        />
      </span>
    </li>
  )
}

import { useMemo, useState, type ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { className } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { classNames } from '../../shared/ui/class-names.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { TextField } from '../../shared/ui/text-field.tsx'
import { Tooltip } from '../../shared/ui/tooltip.tsx'
import { classColours } from '../../painting/canvas/class-colours.ts'
import { selectHatching } from '../../preferences/preferences-slice.ts'
import { useSettingsChange } from '../../shared/settings/use-settings-change.ts'
import { ClassRow } from './class-row.tsx'
import styles from './palette-panel.module.css'
import { selectNumberedClasses, selectPalette } from '../../model/palette/palette-selectors.ts'
import { classChosen } from '../../model/palette/palette-slice.ts'
import { ReplaceClassDialog } from './replace-class-dialog.tsx'
import { matchingAlias, searchClasses } from '../../model/palette/search-classes.ts'
import { useClassShares } from './use-class-shares.ts'

/** Letters of a name that fits where two classes share a line. */
const LONGEST_IN_PAIRS = 8
/** The same beside its share, such as `24 %`, when the class is chosen and its name bold. */
const LONGEST_BESIDE_SHARE = 7

/** The pack's classes to paint with. */
export function PalettePanel(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const palette = useSelector(selectPalette)
  const hatching = useSelector(selectHatching)
  const numbered = useSelector(selectNumberedClasses)
  const change = useSettingsChange()
  const shares = useClassShares()
  const [query, setQuery] = useState('')
  const [replacing, setReplacing] = useState(false)
  const colours = useMemo(() => classColours(palette.classes, hatching), [palette.classes, hatching])
  if (palette.classes.length === 0) return <EmptyState icon="palette" text={t('palette.empty')} />

  const { favouriteIds } = palette
  const isMissing = ({ id }: { readonly id: number }): boolean =>
    (shares[id] ?? 0) > 0 && palette.missingIds.includes(id)
  const longest = ({ id }: { readonly id: number }): number =>
    (shares[id] ?? 0) > 0 ? LONGEST_BESIDE_SHARE : LONGEST_IN_PAIRS
  const single = palette.classes.some((entry) => isMissing(entry) || className(t, entry.name).length > longest(entry))
  const found = searchClasses(palette.classes, query, (name) => className(t, name))
  const sorted = [
    ...found.filter(({ id }) => favouriteIds.includes(id)),
    ...found.filter(({ id }) => !favouriteIds.includes(id)),
  ]
  return (
    <>
      <div className={styles['tools']}>
        <TextField kind="search" label={t('palette.search')} value={query} onChange={setQuery} />
        <IconButton
          icon="hatch"
          label={t('palette.hatching')}
          pressed={hatching}
          onPress={() => change({ paletteHatching: !hatching })}
        />
        <IconButton icon="swap" label={t('palette.replace')} onPress={() => setReplacing(true)} />
      </div>
      {query === '' && palette.recentIds.length > 0 ? (
        <>
          <h3 className={styles['heading']}>{t('palette.recent')}</h3>
          <div className={styles['recent']}>
            {palette.recentIds.map((id) => {
              const entry = palette.classes.find((other) => other.id === id)
              if (entry === undefined) return null
              return (
                <Tooltip key={id} text={className(t, entry.name)}>
                  <button
                    type="button"
                    className={classNames(styles['chip'], id === palette.activeClassId && styles['active'])}
                    style={{ background: `rgb(${entry.colour.join(' ')})` }}
                    aria-label={className(t, entry.name)}
                    onClick={() => dispatch(classChosen(id))}
                  />
                </Tooltip>
              )
            })}
          </div>
          <h3 className={styles['heading']}>{t('palette.all')}</h3>
        </>
      ) : null}
      {found.length === 0 ? <EmptyState icon="search" text={t('palette.noneFound')} /> : null}
      <ul className={classNames(styles['list'], single && styles['single'])}>
        {sorted.map((entry) => {
          const number = numbered.findIndex(({ id }) => id === entry.id)
          const share = shares[entry.id] ?? 0
          return (
            <ClassRow
              key={entry.id}
              entry={entry}
              colours={colours}
              chosen={entry.id === palette.activeClassId}
              favourite={favouriteIds.includes(entry.id)}
              locked={palette.lockedIds.includes(entry.id)}
              missing={isMissing(entry)}
              share={share}
              alias={matchingAlias(entry, query, className(t, entry.name))}
              numberKey={number === -1 ? undefined : String((number + 1) % 10)}
            />
          )
        })}
      </ul>
      {replacing ? <ReplaceClassDialog onClose={() => setReplacing(false)} /> : null}
    </>
  )
}

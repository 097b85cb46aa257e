import { useCallback, useMemo, useRef, useState, type ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { CocanvasError } from '../../../electron/contract/error-codes.ts'
import type { ExemplarEntry } from '../../../electron/contract/exemplar-library.ts'
import { shippedTitle } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { useFileDrop } from '../../shared/lib/use-file-drop.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { classNames } from '../../shared/ui/class-names.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { TextField } from '../../shared/ui/text-field.tsx'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useExemplars } from '../../synthesis/exemplars/exemplars-context.ts'
import { usePacks } from '../../synthesis/packs/packs-context.ts'
import { bestFirst, type Suitability } from '../../synthesis/exemplars/class-coverage.ts'
import { CurrentExemplar } from './current-exemplar.tsx'
import styles from './exemplar-panel.module.css'
import { selectExemplarChoice } from '../../synthesis/exemplars/exemplar-slice.ts'
import { ExemplarTile } from './exemplar-tile.tsx'
import { searchedExemplars } from '../../synthesis/exemplars/searched-exemplars.ts'
import { suitedExemplars } from '../../synthesis/exemplars/suited-exemplars.ts'
import { usePanelPaste } from './use-panel-paste.ts'
import { useSuitability } from '../../synthesis/exemplars/use-suitability.ts'

type Order = 'recent' | 'suited'

/** The photos from which the style can be taken, and what the chosen one lacks. */
export function ExemplarPanel(): ReactElement {
  const t = useTranslate()
  const { library, choosePhoto } = useExemplars()
  const packs = usePacks()
  const announcer = useAnnouncer()
  const allEntries = useObservable(library.entries)
  const { primaryId } = useSelector(selectExemplarChoice)
  const [query, setQuery] = useState('')
  const [order, setOrder] = useState<Order>('recent')
  const manifest = useObservable(packs.manifest)
  const entries = useMemo(() => suitedExemplars(allEntries, manifest), [allEntries, manifest])
  const fits = useSuitability()
  const shown = useMemo(() => {
    const found = searchedExemplars(entries, query, (entry) => shippedTitle(t, entry))
    return arranged(found, order, fits)
  }, [entries, query, order, fits, t])
  const rank = (): void => {
    setOrder(order === 'suited' ? 'recent' : 'suited')
    if (order === 'suited' || manifest === undefined) return
    // Photos that have not been read yet are read one after the other; each moves to its rank when its classes are
    // known.
    void announcer.attempt(async () => {
      for (const { id } of entries) await library.readings.of(id, manifest).catch(unlessUnsuitable)
    })
  }
  const open = async (): Promise<void> => {
    const [first] = (await announcer.attempt(() => library.addByDialog())) ?? []
    if (first !== undefined) await choosePhoto(first.id)
  }
  const take = useCallback(
    async (files: readonly File[]): Promise<void> => {
      const named = await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      )
      const [first] = (await announcer.attempt(() => library.add(named))) ?? []
      if (first !== undefined) await choosePhoto(first.id)
    },
    [announcer, library, choosePhoto],
  )
  const panel = useRef<HTMLDivElement>(null)
  usePanelPaste(
    panel,
    useCallback((files) => void take(files), [take]),
  )
  const drop = useFileDrop((files) => void take(files))
  return (
    <div
      ref={panel}
      tabIndex={-1}
      data-exemplar-panel
      onKeyDown={(event) => {
        // While classes are copied, the key pastes them into the layout.
        if ((event.ctrlKey || event.metaKey) && event.key === 'v') event.stopPropagation()
      }}
      className={classNames(styles['panel'], drop.dropping && styles['dropping'])}
      {...drop.target}
    >
      <div className={styles['tools']}>
        <TextField kind="search" label={t('exemplar.search')} value={query} onChange={setQuery} />
        {manifest !== undefined && manifest.classes.length > 0 ? (
          <IconButton icon="star" label={t('exemplar.rank')} pressed={order === 'suited'} onPress={rank} />
        ) : null}
        <IconButton icon="open" label={t('exemplar.open')} onPress={() => void open()} />
      </div>
      {shown.length === 0 ? (
        <EmptyState icon="exemplar" text={t(entries.length === 0 ? 'exemplar.empty' : 'exemplar.noneFound')} />
      ) : (
        <ul className={classNames(styles['grid'])} aria-label={t('exemplar.library')}>
          {shown.map((entry) => (
            <ExemplarTile
              key={entry.id}
              entry={entry}
              chosen={entry.id === primaryId}
              fit={fits.get(entry.id)}
              onChoose={() => void choosePhoto(entry.id)}
            />
          ))}
        </ul>
      )}
      <CurrentExemplar entries={entries} fits={fits} />
    </div>
  )
}

/** A photo that lacks what the pack needs, such as a face, must not keep the others from being ranked. */
function unlessUnsuitable(error: unknown): void {
  if (!(error instanceof CocanvasError && error.code === 'bad-request')) throw error
}

function arranged(
  found: readonly ExemplarEntry[],
  order: Order,
  fits: ReadonlyMap<string, Suitability>,
): readonly ExemplarEntry[] {
  if (order === 'recent') return found
  return found.toSorted((one, other) => bestFirst(fits.get(one.id), fits.get(other.id)))
}

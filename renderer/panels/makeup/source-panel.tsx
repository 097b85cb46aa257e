import type { ReactElement } from 'react'

import type { NamedBytes } from '../../../electron/contract/image-file.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { commonSource, wearing } from '../../model/makeup/makeup-look.ts'
import { useFileDrop } from '../../shared/lib/use-file-drop.ts'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { classNames } from '../../shared/ui/class-names.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { Tooltip } from '../../shared/ui/tooltip.tsx'
import { ExemplarThumbnail } from '../../synthesis/exemplars/exemplar-thumbnail.tsx'
import { useExemplars } from '../../synthesis/exemplars/exemplars-context.ts'
import { isLookFile } from '../../synthesis/makeup/kept-looks.ts'
import { useKeptLooks } from './kept-looks-context.ts'
import { useMakeUp } from './makeup-context.ts'
import styles from './makeup.module.css'
import { useLook } from './use-look.ts'
import { useSources, type ShownSource } from './use-sources.ts'

/** Photos and kept looks; a press gives the chosen face all the make-up of one. */
export function SourcePanel(): ReactElement {
  const t = useTranslate()
  const studio = useMakeUp()
  const kept = useKeptLooks()
  const { library } = useExemplars()
  const announcer = useAnnouncer()
  const look = useLook()
  const sources = useSources()
  const chosen = commonSource(look)
  const wear = (source: string | null): void => studio.change('makeup.choose', wearing(studio.look, source))
  const take = async (files: readonly File[]): Promise<void> => {
    const named: NamedBytes[] = []
    for (const file of files) named.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    const looks = named.filter(isLookFile).map((file) => kept.add(file))
    const photos = named.filter((file) => !isLookFile(file))
    const added = photos.length === 0 ? [] : ((await announcer.attempt(() => library.add(photos))) ?? [])
    const first = looks[0]?.id ?? added[0]?.id
    if (first !== undefined) wear(first)
  }
  const open = async (): Promise<void> => {
    const [first] = (await announcer.attempt(() => library.addByDialog())) ?? []
    if (first !== undefined) wear(first.id)
  }
  const drop = useFileDrop((files) => void take(files))
  return (
    <div className={classNames(styles['sources'], drop.dropping && styles['dropping'])} {...drop.target}>
      <ul className={styles['grid']} aria-label={t('makeup.sources')}>
        <Tile name={t('makeup.nothing')} chosen={sourceless(look)} onChoose={() => wear(null)}>
          <Icon name="close" size={22} />
        </Tile>
        <Tile
          name={t('makeup.bare')}
          hint={t('makeup.bareHint')}
          chosen={chosen === 'bare'}
          onChoose={() => wear('bare')}
        >
          <Icon name="eraser" size={22} />
        </Tile>
        {sources.map((source) => (
          <SourceTile key={source.id} source={source} chosen={source.id === chosen} onChoose={() => wear(source.id)} />
        ))}
      </ul>
      <div className={styles['row']}>
        <p className={styles['soft']}>{t('makeup.dropHere')}</p>
        <IconButton icon="open" label={t('makeup.openExemplar')} onPress={() => void open()} />
      </div>
    </div>
  )
}

function sourceless({ parts }: ReturnType<typeof useLook>): boolean {
  return Object.values(parts).every(({ source }) => source === null)
}

interface SourceTileProps {
  readonly source: ShownSource
  readonly chosen: boolean
  readonly onChoose: () => void
}

function SourceTile({ source, chosen, onChoose }: SourceTileProps): ReactElement {
  const { id, title, isPhoto, attribution } = source
  return (
    <Tile name={title} hint={attribution} chosen={chosen} onChoose={onChoose}>
      {isPhoto ? <ExemplarThumbnail id={id} /> : <Icon name="star" size={22} />}
    </Tile>
  )
}

interface TileProps {
  readonly name: string
  readonly hint?: string | undefined
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly children: ReactElement
}

function Tile({ name, hint, chosen, onChoose, children }: TileProps): ReactElement {
  return (
    <li>
      <Tooltip text={hint === undefined ? name : `${name} · ${hint}`} className={styles['place']}>
        <button
          type="button"
          className={classNames(styles['tile'], chosen && styles['chosen'])}
          aria-label={name}
          aria-pressed={chosen}
          onClick={onChoose}
        >
          {children}
          <span className={styles['tileName']} aria-hidden="true">
            {name}
          </span>
        </button>
      </Tooltip>
    </li>
  )
}

import { useId, useMemo, useState, type KeyboardEvent, type ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import { en } from '../../i18n/en.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { classNames } from '../../shared/ui/class-names.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Keys } from '../../shared/ui/keys.tsx'
import { TextField } from '../../shared/ui/text-field.tsx'
import styles from './command-palette.module.css'
import { isAvailable, runCommand } from '../../shared/commands/command.ts'
import { useCommands } from '../../shared/commands/commands-context.ts'
import { dialogClosed } from '../../shared/dialogs/dialog-slice.ts'
import { searchCommands } from './search-commands.ts'

/** Finds any command by its words and runs it. */
export function CommandPalette(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const registry = useCommands()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const listId = useId()
  const entries = useMemo(
    () =>
      registry
        .all()
        .filter(({ leftOutOfPalette }) => leftOutOfPalette !== true)
        // English words find a command in every language.
        .map((command) => ({
          command,
          title: t(command.title),
          keywords: `${t(command.group)} ${en[command.title]}`,
        })),
    [registry, t],
  )
  const found = searchCommands(entries, query)
  const at = Math.min(chosen, found.length - 1)
  const run = (index: number): void => {
    const command = found[index]?.command
    if (command !== undefined && !isAvailable(command)) return
    dispatch(dialogClosed())
    runCommand(command)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setChosen(Math.max(0, Math.min(found.length - 1, at + step)))
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      run(at)
    }
  }
  return (
    <Dialog title={t('commands.palette')} width={560} onClose={() => dispatch(dialogClosed())}>
      <div className={styles['palette']} onKeyDown={onKeyDown}>
        <TextField
          kind="search"
          focusOnShow
          label={t('commands.search')}
          value={query}
          onChange={(text) => {
            setQuery(text)
            setChosen(0)
          }}
        />
        <ul id={listId} className={styles['list']} role="listbox" aria-label={t('commands.palette')}>
          {found.map(({ command, title }, index) => (
            <li
              key={command.id}
              ref={index === at ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
              role="option"
              aria-selected={index === at}
              aria-disabled={!isAvailable(command)}
              className={classNames(
                styles['row'],
                index === at && styles['chosen'],
                !isAvailable(command) && styles['unavailable'],
              )}
              onPointerMove={() => setChosen(index)}
              onClick={() => run(index)}
            >
              <span className={styles['title']}>{title}</span>
              <span className={styles['group']}>{t(command.group)}</span>
              <Shortcut text={registry.shortcutsOf(command)[0]} />
            </li>
          ))}
        </ul>
        {found.length === 0 ? <p className={styles['none']}>{t('commands.noneFound')}</p> : null}
      </div>
    </Dialog>
  )
}

function Shortcut({ text }: { readonly text: string | undefined }): ReactElement {
  return <span className={styles['keys']}>{text === undefined ? null : <Keys shortcut={text} />}</span>
}

import { useMemo, useState, type ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import { en } from '../../i18n/en.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { TextField } from '../../shared/ui/text-field.tsx'
import type { Command } from '../../shared/commands/command.ts'
import { useSettings } from '../../shared/settings/settings-context.ts'
import { useSettingsChange } from '../../shared/settings/use-settings-change.ts'
import { useCommands } from '../../shared/commands/commands-context.ts'
import { dialogClosed } from '../../shared/dialogs/dialog-slice.ts'
import { rebind, unbind } from './rebind.ts'
import { searchCommands } from './search-commands.ts'
import { ShortcutRow } from './shortcut-row.tsx'
import styles from './shortcut-sheet.module.css'

/** Every command with its keys, searchable; a click on the keys takes new ones. */
export function ShortcutSheet(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const registry = useCommands()
  const { shortcuts } = useSettings()
  const change = useSettingsChange()
  const [query, setQuery] = useState('')
  const [recording, setRecording] = useState<string>()
  const entries = useMemo(
    () =>
      registry.all().map((command) => ({
        command,
        title: t(command.title),
        group: command.group,
        keywords: `${t(command.group)} ${en[command.title]} ${registry.shortcutsOf(command).join(' ')}`,
      })),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the registry's keys follow from the user's shortcuts
    [registry, t, shortcuts],
  )
  const found = searchCommands(entries, query)
  const groups = [...new Set(found.map(({ group }) => group))]
  const bind = (command: Command, key: string | null): void => {
    setRecording(undefined)
    const holder = key === null ? undefined : registry.holderOf(key, command.id)
    change({ shortcuts: rebind(shortcuts, command, key, holder) })
  }
  return (
    <Dialog
      title={t('commands.shortcuts')}
      width={640}
      onClose={() => dispatch(dialogClosed())}
      actions={
        <Button disabled={Object.keys(shortcuts).length === 0} onPress={() => change({ shortcuts: {} })}>
          {t('commands.resetAll')}
        </Button>
      }
    >
      <TextField kind="search" focusOnShow label={t('commands.search')} value={query} onChange={setQuery} />
      <p className={styles['hint']}>
        {t('commands.rebindHint')} {t('commands.escapeOrder')}
      </p>
      <div className={styles['groups']}>
        {groups.map((group) => (
          <section key={group} className={styles['section']} aria-label={t(group)}>
            <h3>{t(group)}</h3>
            {found
              .filter((entry) => entry.group === group)
              .map(({ command, title }) => (
                <ShortcutRow
                  key={command.id}
                  title={title}
                  detail={command.detail}
                  shortcuts={registry.shortcutsOf(command)}
                  changed={shortcuts[command.id] !== undefined}
                  recording={recording === command.id}
                  holderTitle={(key) => {
                    const holder = registry.holderOf(key, command.id)
                    return holder === undefined ? undefined : t(holder.title)
                  }}
                  onRecord={(on) => setRecording(on ? command.id : undefined)}
                  onBind={(key) => bind(command, key)}
                  onReset={() => change({ shortcuts: unbind(shortcuts, command.id) })}
                />
              ))}
          </section>
        ))}
      </div>
      {found.length === 0 ? <p className={styles['hint']}>{t('commands.noneFound')}</p> : null}
    </Dialog>
  )
}

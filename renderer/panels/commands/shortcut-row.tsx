import { useState, type KeyboardEvent, type ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { Keys } from '../../shared/ui/keys.tsx'
import { shortcutOf } from '../../shared/commands/shortcut.ts'
import styles from './shortcut-sheet.module.css'

interface ShortcutRowProps {
  readonly title: string
  readonly detail: string | undefined
  readonly shortcuts: readonly string[]
  /** Whether the user chose the key. */
  readonly changed: boolean
  readonly recording: boolean
  /** Name of the other command that has a key. */
  readonly holderTitle: (shortcut: string) => string | undefined
  readonly onRecord: (on: boolean) => void
  readonly onBind: (shortcut: string | null) => void
  readonly onReset: () => void
}

const MODIFIERS = ['Control', 'Shift', 'Alt', 'Meta']

/** A command and its keys; while recording, the next key pressed becomes its shortcut. */
export function ShortcutRow(props: ShortcutRowProps): ReactElement {
  const { title, detail, shortcuts, changed, recording, holderTitle, onRecord, onBind, onReset } = props
  const t = useTranslate()
  const [asked, setAsked] = useState<string>()
  const record = (on: boolean): void => {
    setAsked(undefined)
    onRecord(on)
  }
  const take = (event: KeyboardEvent): void => {
    if (!recording || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return record(false)
    if (MODIFIERS.includes(event.key)) return
    const pressed = shortcutOf(event.nativeEvent)
    // A key in use is taken only when pressed a second time.
    if (holderTitle(pressed) !== undefined && asked !== pressed) return setAsked(pressed)
    setAsked(undefined)
    onBind(pressed)
  }
  const holder = asked === undefined ? undefined : holderTitle(asked)
  const prompt =
    asked === undefined || holder === undefined
      ? t('commands.pressKeys')
      : t('commands.taken', { shortcut: asked, command: holder })
  return (
    <div className={styles['row']}>
      <span className={styles['title']}>{detail === undefined ? title : `${title} ${detail}`}</span>
      <button
        type="button"
        className={styles['keys']}
        aria-label={t('commands.rebind', { command: title })}
        onClick={() => record(!recording)}
        onBlur={() => {
          if (recording) record(false)
        }}
        onKeyDown={take}
      >
        {recording ? (
          <span className={styles['prompt']}>{prompt}</span>
        ) : shortcuts.length === 0 ? (
          <span className={styles['none']}>{t('commands.noKey')}</span>
        ) : (
          shortcuts.map((shortcut) => <Keys key={shortcut} shortcut={shortcut} />)
        )}
      </button>
      <IconButton
        icon="close"
        size="small"
        label={t('commands.removeKey')}
        disabled={shortcuts.length === 0}
        onPress={() => onBind(null)}
      />
      <IconButton icon="undo" size="small" label={t('commands.resetKey')} disabled={!changed} onPress={onReset} />
    </div>
  )
}

import type { EditorSettings } from '../../../electron/contract/editor-settings.ts'
import type { Command } from '../../shared/commands/command.ts'

type Shortcuts = EditorSettings['shortcuts']

/**
 * The user's shortcuts after giving a command a key (null = none). Another command that had the key loses it, because
 * one key can do only one thing. A command that is set to its own default needs no entry.
 */
export function rebind(
  shortcuts: Shortcuts,
  command: Command,
  key: string | null,
  holder: Command | undefined,
): Shortcuts {
  const next: Record<string, string | null> = { ...shortcuts }
  if (holder !== undefined) next[holder.id] = null
  const isDefault = key !== null && command.shortcuts.length === 1 && command.shortcuts[0] === key
  if (!isDefault) return { ...next, [command.id]: key }
  return withoutKey(next, command.id)
}

/** A command's own keys again. */
export function unbind(shortcuts: Shortcuts, commandId: string): Shortcuts {
  return withoutKey(shortcuts, commandId)
}

function withoutKey(shortcuts: Shortcuts, id: string): Shortcuts {
  return Object.fromEntries(Object.entries(shortcuts).filter(([key]) => key !== id))
}

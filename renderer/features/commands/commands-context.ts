import { createContext, use } from 'react'

import { useSettings } from '../settings/settings-context.ts'
import type { CommandRegistry } from './command-registry.ts'

export const CommandsContext = createContext<CommandRegistry | undefined>(undefined)

export function useCommands(): CommandRegistry {
  const registry = use(CommandsContext)
  if (registry === undefined) throw new Error('useCommands was called outside the CommandsContext.')
  return registry
}

/** Tells the key to show beside a command, as it is bound now. */
export function useShortcuts(): (commandId: string) => string | undefined {
  const registry = useCommands()
  useSettings()
  return (commandId) => {
    const command = registry.get(commandId)
    return command === undefined ? undefined : registry.shortcutsOf(command)[0]
  }
}

import { providedContext } from '../lib/provided-context.ts'
import { useSettings } from '../settings/settings-context.ts'
import type { CommandRegistry } from './command-registry.ts'

export const [CommandsContext, useCommands] = providedContext<CommandRegistry>('registry of commands')

/** Tells the key to show beside a command, as it is bound now. */
export function useShortcuts(): (commandId: string) => string | undefined {
  const registry = useCommands()
  useSettings()
  return (commandId) => {
    const command = registry.get(commandId)
    return command === undefined ? undefined : registry.shortcutsOf(command)[0]
  }
}

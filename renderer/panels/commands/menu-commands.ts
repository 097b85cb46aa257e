import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import type { CommandRegistry } from '../../shared/commands/command-registry.ts'

/** Runs what is chosen in the native menu. @returns what ends it. */
export function followMenu(shell: Pick<ShellApi, 'on'>, registry: Pick<CommandRegistry, 'run'>): () => void {
  return shell.on('menuCommand', ({ command }) => registry.run(command))
}

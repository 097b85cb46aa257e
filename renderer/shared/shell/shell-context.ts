import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import { providedContext } from '../lib/provided-context.ts'

/** The shell, for components that only read or trigger something; long-lived objects get it as a parameter. */
export const [ShellContext, useShell] = providedContext<ShellApi>('shell')

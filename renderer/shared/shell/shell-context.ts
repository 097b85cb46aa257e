import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import { providedContext } from '../lib/provided-context.ts'

/** The way outside for components that only read or trigger; long-lived parts get it handed to them. */
export const [ShellContext, useShell] = providedContext<ShellApi>('shell')

import { createContext, use } from 'react'

import type { ShellApi } from '../../../electron/contract/shell-api.ts'

export const ShellContext = createContext<ShellApi | undefined>(undefined)

/** The way outside for components that only read or trigger; long-lived parts get it handed to them. */
export function useShell(): ShellApi {
  const shell = use(ShellContext)
  if (shell === undefined) throw new Error('useShell was called outside the ShellContext.')
  return shell
}

import type { ShellApi } from '../../../electron/contract/shell-api.ts'

declare global {
  interface Window {
    /** The shell, for tests that ask it directly. */
    readonly cocanvas: ShellApi
  }
}

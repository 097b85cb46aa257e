import { strict } from '../strict.ts'
import { createContextBridge } from './context-bridge.ts'
import type { WindowSettings } from './frame.ts'
import { createIpcRenderer } from './ipc-renderer.ts'

/**
 * Runs in the window's isolated world before the page, like Electron's sandboxed preload environment. @returns the
 * `require` that the preload script gets.
 */
export function installIsolatedWorld({ socket, secret }: WindowSettings): (module: string) => unknown {
  const electron = strict('electron (preload)', {
    contextBridge: strict('contextBridge', createContextBridge(secret)),
    ipcRenderer: strict('ipcRenderer', createIpcRenderer(socket)),
  })
  return (module) => {
    if (module !== 'electron') throw new Error(`A sandboxed preload script cannot require ${module}.`)
    return electron
  }
}

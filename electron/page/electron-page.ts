import '../contract/without-eval.ts'
import type { ElectronBridge } from '../contract/electron-bridge.ts'
import { ElectronTransport } from './electron/electron-transport.ts'
import { createShellApi } from './shell-client.ts'

declare global {
  /** Exposed by the preload script. */
  var cocanvasBridge: ElectronBridge
}

/** Composition root of Electron's page half; runs before the renderer's first script. */
globalThis.cocanvas = createShellApi(new ElectronTransport(globalThis.cocanvasBridge))

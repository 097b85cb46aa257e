import '../contract/without-eval.ts'
import { chooseFiles } from './chooser/choose-files.ts'
import { createShellApi } from './shell-client.ts'
import { WebTransport } from './web/web-transport.ts'

/** Composition root of the web shell's page half; runs before the renderer's first script. */
for (const [rel, href] of [
  ['stylesheet', '/shell.css'],
  // What the app window and the task bar show; Electron brings its own.
  ['icon', '/icon.png'],
] as const) {
  document.head.append(Object.assign(document.createElement('link'), { rel, href }))
}
globalThis.cocanvas = createShellApi(new WebTransport(chooseFiles))

import '../contract/without-eval.ts'
import { chooseFiles } from './chooser/choose-files.ts'
import { createShellApi } from './shell-client.ts'
import { WebTransport } from './web/web-transport.ts'

/** Composition root of the web shell's page half; runs before the renderer's first script. */
document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/shell.css' }))
globalThis.cocanvas = createShellApi(new WebTransport(chooseFiles))

import type Electron from 'electron'
import { app } from './main/app.ts'
import { BrowserWindowDouble, closeWindowsByHand } from './main/browser-window.ts'
import { answerNextDialog, dialog } from './main/dialog.ts'
import { runtime } from './main/double-runtime.ts'
import { protocol, screen } from './main/environment.ts'
import { ipcMain } from './main/ipc-main.ts'
import { clickMenu, Menu } from './main/menu.ts'
import { MessageChannelDouble } from './main/message-port.ts'
import { session } from './main/session.ts'
import { utilityProcess } from './main/utility-process.ts'
import { strictClass } from './strict.ts'

/**
 * What the app gets for `import … from 'electron'`. Each part is held against electron.d.ts by `satisfies` or
 * `implements`; here only the names are, and a name that is missing fails the import itself.
 */
const electron = {
  app,
  BrowserWindow: strictClass('BrowserWindow', BrowserWindowDouble),
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain: strictClass('MessageChannelMain', MessageChannelDouble),
  protocol,
  screen,
  session,
  utilityProcess,
} satisfies Partial<Record<keyof typeof Electron, unknown>>

export const { BrowserWindow, MessageChannelMain } = electron
export { app, dialog, ipcMain, Menu, protocol, screen, session, utilityProcess }

/** For the process that runs the app on the double; no name of Electron's. */
export const control = { runtime, answerNextDialog, clickMenu, closeWindowsByHand, end: (): void => app.end() }

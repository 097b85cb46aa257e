import { app, dialog, session } from 'electron'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { userDataFolder } from '../packs/data-folder.ts'
import { unpackInThread } from '../services/project/unpack-in-thread.ts'
import { askToShow, ShellPlace } from '../services/shell-place.ts'
import { ShellServices } from '../services/shell-services.ts'
import { registerAppScheme } from './app-protocol.ts'
import { ElectronShell } from './electron-shell.ts'
import { mainText } from './main-text.ts'
import { fileInArguments } from './opened-files.ts'
import { outsideAsar } from './outside-asar.ts'
import { denyNetwork, denyPermissions } from './window-guards.ts'

/** Composition root of the desktop app. */
const built = dirname(fileURLToPath(import.meta.url))
const dataFolder = userDataFolder()
// Chromium's own files belong beside ours; the lock on a single instance lies there too.
app.setPath('userData', join(dataFolder, 'electron'))
// Every page of every window, whatever its own options say.
app.enableSandbox()
registerAppScheme()

if (app.requestSingleInstanceLock()) void run()
else app.quit()

async function run(): Promise<void> {
  const requested = { path: fileInArguments(process.argv, process.cwd()) }
  // macOS names files by event, also before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    requested.path = path
  })
  await app.whenReady()
  const place = await ShellPlace.take(dataFolder)
  if (place === undefined) {
    // Not another one of ours, which the lock above has already told: the web shell.
    const answered = await askToShow(dataFolder, requested.path === undefined ? {} : { file: requested.path })
    if (!answered) dialog.showErrorBox('Cocanvas', mainText('system', app.getLocale()).alreadyOpen)
    app.quit()
    return
  }
  denyPermissions(session.defaultSession)
  denyNetwork(session.defaultSession)
  // In a package the models lie outside the asar, in the resources folder.
  const root = app.isPackaged ? process.resourcesPath : join(built, '..')
  const identity = { kind: 'electron' as const, appVersion: app.getVersion(), locales: [app.getLocale()] }
  const folders = { root, assets: join(root, 'assets'), data: dataFolder }
  const unpack = unpackInThread(outsideAsar(join(built, 'unpack-program.js')))
  const services = new ShellServices(identity, folders, unpack)
  const shell = new ElectronShell(services, built, (error) => process.stderr.write(`${String(error)}\n`))
  app.on('open-file', (_event, path) => shell.openFile(path))
  app.on('second-instance', (_event, argv, workingFolder) => {
    shell.reveal()
    const path = fileInArguments(argv, workingFolder)
    if (path !== undefined) shell.openFile(path)
  })
  place.onShow(({ file }) => {
    shell.reveal()
    if (file !== undefined) shell.openFile(file)
  })
  app.on('before-quit', () => shell.noteQuit())
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => void shell.dispose().then(() => place.dispose()))
  if (requested.path !== undefined) shell.openFile(requested.path)
  await shell.start()
}

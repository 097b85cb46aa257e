import { register } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type * as ElectronModule from './electron-module.ts'

/**
 * Starts an app on the double: `node run-app.js APP_FOLDER [files…]`. Everything that asks for `electron` gets the double;
 * the test that forked this process answers dialogs and clicks menus through its IPC, and the app ends with it.
 */
const commandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answer-dialog'), paths: z.array(z.string()) }),
  z.object({ type: z.literal('click-menu'), label: z.string() }),
  /** Both as the user would: windows may object. */
  z.object({ type: z.literal('quit') }),
  z.object({ type: z.literal('close-window') }),
  /** As if all windows had agreed. */
  z.object({ type: z.literal('end') }),
])

const folder = path.resolve(process.argv[2] ?? '.')
process.env['ELECTRON_DOUBLE_APP'] = folder
// In a package the archive lies in the resources folder.
Object.defineProperty(process, 'resourcesPath', { value: path.dirname(folder) })
// Electron's own argument list: the program, then what the user gave.
process.argv.splice(1, 2)
const module = pathToFileURL(path.join(import.meta.dirname, 'electron-module.js')).href
register(`data:text/javascript,${encodeURIComponent(hookSource(module))}`)

const { app, control } = (await import(module)) as typeof ElectronModule
const { runtime, answerNextDialog, clickMenu, closeWindowsByHand, end } = control
process.on('message', (value) => {
  const command = commandSchema.parse(value)
  if (command.type === 'answer-dialog') {
    answerNextDialog(command.paths)
    // The test opens the dialog only now: its key presses come by another way and could arrive first.
    process.send?.({ type: 'answer-known' })
  } else if (command.type === 'click-menu') clickMenu(command.label)
  else if (command.type === 'quit') app.quit()
  else if (command.type === 'close-window') closeWindowsByHand()
  else end()
})
process.on('disconnect', end)
void runtime.firstWindow.then(() => process.send?.({ type: 'browser', address: runtime.browser.address }))
await import(pathToFileURL(path.join(folder, 'dist/main.js')).href)
runtime.start()

function hookSource(double: string): string {
  return `export const resolve = (name, context, next) =>
    name === 'electron' ? { url: ${JSON.stringify(double)}, shortCircuit: true } : next(name, context)`
}

import { dialog, type BrowserWindow } from 'electron'
import { extname } from 'node:path'
import type { Dialogs, OpenRequest, SaveRequest } from '../services/dialogs.ts'
import type { MainText } from './main-text.ts'

/** The system's own file dialogs, attached to a window. */
export class NativeDialogs implements Dialogs {
  private readonly window: BrowserWindow
  private readonly text: () => MainText

  constructor(window: BrowserWindow, text: () => MainText) {
    this.window = window
    this.text = text
  }

  async chooseFiles({ purpose, multiple, extensions }: OpenRequest): Promise<readonly string[] | undefined> {
    const name = this.text().files[purpose]
    const { canceled, filePaths } = await dialog.showOpenDialog(this.window, {
      properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
      filters: [{ name, extensions: [...extensions] }],
    })
    return canceled || filePaths.length === 0 ? undefined : filePaths
  }

  async chooseTarget({ purpose, suggestedName, extension }: SaveRequest): Promise<string | undefined> {
    const name = this.text().files[purpose]
    const { canceled, filePath } = await dialog.showSaveDialog(this.window, {
      defaultPath: suggestedName,
      filters: [{ name, extensions: [extension] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    if (canceled || filePath === '') return undefined
    // Linux dialogs do not append it.
    return extname(filePath).slice(1).toLowerCase() === extension ? filePath : `${filePath}.${extension}`
  }
}

import type { Translate } from '../../../i18n/message.ts'
import type { Command } from '../../../shared/commands/command.ts'
import type { EditorStore } from '../editor-store.ts'
import type { Editor } from '../editor.ts'
import { classCommands } from './class-commands.ts'
import { editCommands } from './edit-commands.ts'
import { layerActions } from './layer-actions.ts'
import { toolCommands } from './tool-commands.ts'
import { canvasCommands } from './canvas-commands.ts'

/**
 * The commands of every editor: the document's, and that of a photo's labels.
 *
 * @param text Gives names of new layers in the user's language.
 */
export function editorCommands(editor: Editor, store: EditorStore, text: Translate): readonly Command[] {
  return [
    ...toolCommands(store),
    ...editCommands(editor),
    ...layerActions(editor, store, text),
    ...canvasCommands(editor, store),
    ...classCommands(store),
  ]
}

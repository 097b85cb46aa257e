import type { Translate } from '../../../i18n/message.ts'
import { giveWay, masksOfLines } from '../../../model/tracing/lines-to-masks.ts'
import { outlinesOfParts, partClasses } from '../../../model/tracing/masks-to-lines.ts'
import { mirroredStroke } from '../../../model/lines/mirror-lines.ts'
import type { Stroke } from '../../../model/lines/stroke.ts'
import type { PlainMessageKey } from '../../../i18n/message.ts'
import type { Command } from '../../../shared/commands/command.ts'
import { dialogOpened } from '../../../shared/dialogs/dialog-slice.ts'
import type { EditorStore } from '../editor-store.ts'
import type { Editor } from '../editor.ts'

export interface LineCommandParts {
  readonly editor: Pick<Editor, 'layers' | 'layout' | 'lines' | 'tools' | 'photo'>
  readonly store: EditorStore
  /** Gives names of new layers in the user's language. */
  readonly text: Translate
  /** Shows one sentence to the user. */
  readonly notify: (text: PlainMessageKey) => void
}

/** Commands for all lines of an edge layer, and for turning edges into masks and back. */
export function lineCommands({ editor, store, text, notify }: LineCommandParts): readonly Command[] {
  const { layers, lines } = editor
  const isEdgeLayer = (): boolean => lines.get() !== undefined
  const change = (title: PlainMessageKey, changed: (strokes: readonly Stroke[]) => readonly Stroke[]) => (): void => {
    editor.tools.complete()
    const before = lines.begin()
    if (before === undefined) return
    lines.show(changed(before))
    lines.keep(title)
  }
  const toMasks = (): void => {
    const { document, palette } = store.getState()
    const strokes = lines.get() ?? []
    const masks = masksOfLines(strokes, document, palette.classes)
    if (masks === undefined) notify('lines.toMasksNone')
    else {
      giveWay(masks, editor.layout.get(), document.backdropClassId)
      layers.cover([{ name: text('layer.kind.label'), raster: masks }], 'lines.toMasks', true)
    }
  }
  const fromMasks = (): void => {
    const strokes = outlinesOfParts(editor.layout.get(), partClasses(store.getState().palette.classes))
    if (strokes.length === 0) notify('lines.fromMasksNone')
    else layers.cover([{ name: text('layer.kind.lines'), strokes }], 'lines.fromMasks', true)
  }
  const fromPhoto = (): void => {
    if (editor.photo.get() === undefined) notify('lines.fromPhotoNone')
    else store.dispatch(dialogOpened('photo-edges'))
  }
  return [
    {
      id: 'lines.fromPhoto',
      title: 'lines.fromPhoto',
      group: 'commands.group.layers',
      shortcuts: [],
      menus: [{ menu: 'layers', section: 3, order: 30 }],
      run: fromPhoto,
    },
    {
      id: 'lines.template',
      title: 'faceTemplate.command',
      group: 'commands.group.layers',
      shortcuts: [],
      menus: [{ menu: 'layers', section: 3, order: 35 }],
      run: () => void store.dispatch(dialogOpened('face-templates')),
    },
    {
      id: 'lines.fromMasks',
      title: 'lines.fromMasks',
      group: 'commands.group.layers',
      shortcuts: [],
      menus: [{ menu: 'layers', section: 3, order: 40 }],
      run: fromMasks,
    },
    {
      id: 'lines.toMasks',
      title: 'lines.toMasks',
      group: 'commands.group.layers',
      shortcuts: [],
      menus: [{ menu: 'layers', section: 3, order: 50 }],
      isAvailable: isEdgeLayer,
      run: toMasks,
    },
    {
      id: 'lines.close',
      title: 'lines.close',
      group: 'commands.group.layers',
      shortcuts: [],
      menus: [{ menu: 'layers', section: 3, order: 60 }],
      isAvailable: isEdgeLayer,
      run: change('lines.close', (strokes) =>
        strokes.map((stroke) => (stroke.points.length > 2 ? { ...stroke, closed: true } : stroke)),
      ),
    },
    {
      id: 'lines.flip',
      title: 'lines.flip',
      group: 'commands.group.layers',
      shortcuts: [],
      menus: [{ menu: 'layers', section: 3, order: 70 }],
      isAvailable: isEdgeLayer,
      run: change('lines.flip', (strokes) => {
        const { width } = store.getState().document
        return strokes.map((stroke) => mirroredStroke(stroke, width))
      }),
    },
  ]
}

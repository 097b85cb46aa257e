import { selectNumberedClasses } from '../../../model/palette/palette-selectors.ts'
import { classChosen } from '../../../model/palette/palette-slice.ts'
import type { Command } from '../../../shared/commands/command.ts'
import type { EditorStore } from '../editor-store.ts'

/** The digits choose the first ten classes of the palette. */
export function classCommands(store: EditorStore): readonly Command[] {
  return Array.from({ length: 10 }, (_, index): Command => ({
    id: `palette.class${index + 1}`,
    title: 'palette.title',
    group: 'commands.group.classes',
    detail: String(index + 1),
    shortcuts: [String((index + 1) % 10)],
    leftOutOfPalette: true,
    run: () => {
      const chosen = selectNumberedClasses(store.getState())[index]
      if (chosen !== undefined) store.dispatch(classChosen(chosen.id))
    },
  }))
}

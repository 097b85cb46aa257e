import type { Tool } from '../tool.ts'
import { strokeIdle } from './idle.ts'

/** Paints the active class along the pointer. */
export const brushTool: Tool = {
  id: 'brush',
  title: 'tool.brush',
  icon: 'brush',
  shortcut: 'B',
  cursor: 'brush',
  altPicks: true,
  start: (context) =>
    strokeIdle(context, {
      title: 'tool.brush',
      classId: () => context.classes.active(),
      size: () => context.settings().brushSize,
      lastEnd: undefined,
    }),
}

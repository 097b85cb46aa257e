import { UNLABELLED } from '../../../model/raster/label-raster.ts'
import { strokeIdle } from '../brush/idle.ts'
import type { Tool } from '../tool.ts'

/** Takes labels off the active layer, so that the layers below show. */
export const eraserTool: Tool = {
  id: 'eraser',
  title: 'tool.eraser',
  icon: 'eraser',
  shortcut: 'E',
  cursor: 'brush',
  altPicks: true,
  start: (context) =>
    strokeIdle(context, {
      title: 'tool.eraser',
      classId: () => UNLABELLED,
      size: () => context.settings().eraserSize,
      lastEnd: undefined,
    }),
}

import { UNLABELLED } from '../../../model/raster/label-raster.ts'
import { strokeIdle } from '../brush/idle.ts'
import type { Tool } from '../tool.ts'
import { EraserOptions } from './eraser-options.tsx'
import { eraserSettings, type EraserSettings } from './eraser-settings.ts'

/** Takes labels off the active layer, so that the layers below show. */
export const eraserTool: Tool<'eraser', EraserSettings> = {
  id: 'eraser',
  title: 'tool.eraser',
  icon: 'eraser',
  shortcut: 'E',
  group: 'paint',
  cursor: 'brush',
  altPicks: true,
  paintsClass: false,
  obeysPaintRules: true,
  diameter: 'eraserSize',
  settings: eraserSettings,
  options: EraserOptions,
  start: (context) =>
    strokeIdle(context, {
      title: 'tool.eraser',
      classId: () => UNLABELLED,
      size: () => context.settings().eraserSize,
      lastEnd: undefined,
    }),
}

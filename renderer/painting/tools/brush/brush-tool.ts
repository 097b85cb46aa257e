import type { Tool } from '../tool.ts'
import { strokeIdle } from './idle.ts'
import { BrushOptions } from './brush-options.tsx'
import {
  brushSizeSettings,
  pressureSettings,
  type BrushSizeSettings,
  type PressureSettings,
} from './stroke-settings.ts'

/** Paints the active class along the pointer. */
export const brushTool: Tool<'brush', BrushSizeSettings & PressureSettings> = {
  id: 'brush',
  title: 'tool.brush',
  icon: 'brush',
  shortcut: 'B',
  group: 'paint',
  cursor: 'brush',
  altPicks: true,
  paintsClass: true,
  obeysPaintRules: true,
  diameter: 'brushSize',
  settings: { ...brushSizeSettings, ...pressureSettings },
  options: BrushOptions,
  start: (context) =>
    strokeIdle(context, {
      title: 'tool.brush',
      classId: () => context.classes.active(),
      size: () => context.settings().brushSize,
      lastEnd: undefined,
    }),
}

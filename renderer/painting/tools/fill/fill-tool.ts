import { floodMask } from '../../../model/raster/flood-fill.ts'
import { maskSpans } from '../../../model/raster/mask-spans.ts'
import type { ToolContext } from '../tool-context.ts'
import type { ToolState } from '../tool-machine.ts'
import type { Tool } from '../tool.ts'
import { FillOptions } from './fill-options.tsx'
import { fillSettings, type FillSettings } from './fill-settings.ts'

/** Fills the area of one class under the pointer with the active class. */
export const fillTool: Tool<'fill', FillSettings> = {
  id: 'fill',
  title: 'tool.fill',
  icon: 'fill',
  shortcut: 'G',
  group: 'paint',
  cursor: 'crosshair',
  altPicks: true,
  paintsClass: true,
  obeysPaintRules: true,
  settings: fillSettings,
  options: FillOptions,
  start: fillIdle,
}

type FillContext = Pick<ToolContext<FillSettings>, 'settings' | 'classes' | 'paint'>

function fillIdle({ settings, classes, paint }: FillContext): ToolState {
  return {
    name: 'idle',
    pointerDown({ at }) {
      const { fillAllLayers, fillContiguous, fillGap } = settings()
      const source = fillAllLayers ? classes.shown() : classes.activeLayer()
      if (source === undefined) {
        // Beginning a gesture tells the user why painting is not possible.
        paint.begin()?.cancel()
        return undefined
      }
      const options = { contiguous: fillContiguous, gap: fillGap }
      const mask = floodMask(source, Math.floor(at.x), Math.floor(at.y), options)
      const gesture = mask === undefined ? undefined : paint.begin()
      if (mask === undefined || gesture === undefined) return undefined
      gesture.draw(classes.active(), (sink) => maskSpans(mask, source.width, sink))
      gesture.commit('tool.fill')
      return undefined
    },
  }
}

import type { RgbImage } from '../../../../electron/contract/rgb-image.ts'
import { maskSpans } from '../../../model/raster/mask-spans.ts'
import type { CanvasPointer } from '../canvas-pointer.ts'
import { paintShape, selectShape } from '../shape-finish.ts'
import type { ToolContext } from '../tool-context.ts'
import type { ToolState, Transition } from '../tool-machine.ts'
import type { Tool } from '../tool.ts'
import { PhotoAnalysis } from './photo-analysis.ts'
import { MagicOptions } from './magic-options.tsx'
import { magicSettings, type MagicSettings } from './magic-settings.ts'

type MagicContext = Pick<
  ToolContext<MagicSettings>,
  'settings' | 'classes' | 'paint' | 'selection' | 'overlay' | 'documentSize' | 'photo' | 'notify'
>

/** Paints or selects connected areas of the reference photo; a drag gathers several. */
export const magicTool: Tool<'magic', MagicSettings> = {
  id: 'magic',
  title: 'tool.magic',
  icon: 'magic',
  shortcut: 'W',
  group: 'select',
  cursor: 'crosshair',
  altPicks: false,
  paintsClass: true,
  obeysPaintRules: true,
  settings: magicSettings,
  options: MagicOptions,
  start: (context) => magicIdle(context, new PhotoAnalysis()),
}

/** The mask under a pointer; undefined outside the photo. */
type Find = (pointer: CanvasPointer) => Uint8Array | undefined

function magicIdle(context: MagicContext, analysis: PhotoAnalysis): ToolState {
  const show = (mask: Uint8Array | undefined): void => {
    const { width, height } = context.documentSize()
    context.overlay.show(mask === undefined ? undefined : { kind: 'highlight', width, height, mask })
  }
  const idle: ToolState = {
    name: 'idle',
    pointerMove(pointer) {
      const photo = context.photo.get()
      // Only pieces are cheap enough to show under a moving pointer.
      if (photo !== undefined && context.settings().magicMode === 'superpixels')
        show(finder(context, analysis, photo)(pointer))
      return undefined
    },
    pointerDown(pointer) {
      const photo = context.photo.get()
      if (photo === undefined) {
        context.notify('toolProblem.noPhoto')
        return undefined
      }
      return gathering(context, finder(context, analysis, photo), pointer, idle, show)
    },
    exit: () => show(undefined),
  }
  return idle
}

function finder(context: MagicContext, analysis: PhotoAnalysis, photo: RgbImage): Find {
  const { magicMode, magicTolerance, superpixelSize } = context.settings()
  return ({ at }) => {
    const x = Math.floor(at.x)
    const y = Math.floor(at.y)
    if (x < 0 || y < 0 || x >= photo.width || y >= photo.height) return undefined
    return magicMode === 'superpixels'
      ? analysis.superpixelAt(photo, x, y, superpixelSize)
      : analysis.similarAt(photo, x, y, magicTolerance)
  }
}

function gathering(
  context: MagicContext,
  find: Find,
  down: CanvasPointer,
  idle: ToolState,
  show: (mask: Uint8Array | undefined) => void,
): ToolState {
  let gathered: Uint8Array | undefined
  const add = (pointer: CanvasPointer): Transition => {
    const found = find(pointer)
    if (found === undefined) return undefined
    const before = gathered
    gathered = before === undefined ? found : found.map((inside, index) => inside | (before[index] ?? 0))
    show(gathered)
    return undefined
  }
  const finish = (): ToolState => {
    const mask = gathered
    if (mask === undefined) return idle
    const { width } = context.documentSize()
    if (context.settings().shapeAction === 'select') selectShape(context, (sink) => maskSpans(mask, width, sink), down)
    else paintShape(context, (sink) => maskSpans(mask, width, sink), 'tool.magic')
    return idle
  }
  return {
    name: 'gathering',
    enter: () => add(down),
    pointerMove: add,
    pointerUp: finish,
    complete: finish,
    cancel: () => idle,
    exit: () => show(undefined),
  }
}

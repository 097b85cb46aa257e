import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { createAppStore, type AppStore } from '../../../renderer/app/store.ts'
import { newDocument } from '../../../renderer/model/document/new-document.ts'
import { Editor } from '../../../renderer/painting/editor/editor.ts'
import { classesReplaced, classChosen } from '../../../renderer/model/palette/palette-slice.ts'
import { classAt, createRaster, type LabelRaster } from '../../../renderer/model/raster/label-raster.ts'
import type { Point } from '../../../renderer/model/raster/geometry.ts'
import type { CanvasPointer, Modifiers, ToolKey } from '../../../renderer/painting/tools/canvas-pointer.ts'
import { toolSettingsChanged, toolChosen } from '../../../renderer/painting/tools/tools-slice.ts'
import type { ToolSettings } from '../../../renderer/painting/tools/tool-settings.ts'
import type { ToolId } from '../../../renderer/painting/tools/tool-table.ts'

export const SKY = 3
export const GRASS = 10
export const WATER = 22

const classes: PackClass[] = [
  { id: 0, name: 'other', colour: [128, 128, 128], channel: 0, aliases: [] },
  { id: SKY, name: 'sky', colour: [120, 190, 230], channel: 1, aliases: [] },
  { id: GRASS, name: 'grass', colour: [120, 190, 80], channel: 2, aliases: [] },
  { id: WATER, name: 'water', colour: [60, 130, 200], channel: 3, aliases: [{ id: 61, name: 'river' }] },
]

interface PointerOptions extends Partial<Modifiers> {
  readonly pressure?: number
  readonly pen?: boolean
  readonly clicks?: number
}

/** Drives the editor as a hand does, without a window: tools hear pointer and keys, tests read pixels and state. */
export class TestEditor {
  readonly store: AppStore = createAppStore()
  /** Message keys shown to the user. */
  readonly notices: string[] = []
  readonly editor: Editor
  readonly layerId: string
  #held: PointerOptions = {}
  #at: Point = { x: 0, y: 0 }

  /** A document of 256 × 256 (or the size given), its only layer full of sky. */
  constructor({ width = 256, height = 256, historyBytes = 64 * 1024 * 1024 } = {}) {
    let ids = 0
    const makeId = (): string => String((ids += 1))
    this.editor = new Editor({
      store: this.store,
      notify: (text) => this.notices.push(text),
      makeId,
      historyLimits: { bytes: historyBytes, steps: 5000 },
    })
    this.store.dispatch(classesReplaced(classes))
    const document = newDocument({ name: 'Test', width, height, backdropClassId: 0, layerName: 'Layout' }, makeId)
    this.layerId = document.activeLayerId ?? ''
    this.editor.open(document, new Map([[this.layerId, createRaster(width, height, SKY)]]))
    this.paintWith(GRASS)
  }

  tool(tool: ToolId, settings: Partial<ToolSettings> = {}): this {
    this.store.dispatch(toolChosen(tool))
    return this.set(settings)
  }

  set(settings: Partial<ToolSettings>): this {
    this.store.dispatch(toolSettingsChanged(settings))
    return this
  }

  paintWith(classId: number): this {
    this.store.dispatch(classChosen(classId))
    return this
  }

  down(x: number, y: number, options: PointerOptions = {}): this {
    this.#held = options
    this.#at = { x, y }
    this.editor.tools.pointerDown(this.#pointer([{ x, y }], options))
    return this
  }

  /** One event with all these samples. */
  move(...path: readonly (readonly [x: number, y: number, pressure?: number])[]): this {
    const samples = path.map(([x, y, pressure]) => ({ x, y, ...(pressure === undefined ? {} : { pressure }) }))
    this.#at = samples.at(-1) ?? this.#at
    this.editor.tools.pointerMove(this.#pointer(samples, this.#held))
    return this
  }

  /** Keys held from now on, until the next press. */
  hold(modifiers: Partial<Modifiers>): this {
    this.#held = { ...this.#held, ...modifiers }
    return this
  }

  up(): this {
    this.editor.tools.pointerUp(this.#pointer([this.#at], this.#held))
    return this
  }

  click(x: number, y: number, options: PointerOptions = {}): this {
    return this.down(x, y, options).up()
  }

  drag(from: readonly [number, number], to: readonly [number, number], options: PointerOptions = {}): this {
    return this.down(from[0], from[1], options).move([to[0], to[1]]).up()
  }

  key(key: ToolKey): this {
    this.editor.tools.key(key)
    return this
  }

  /** Class of the active layer, or of the layer given. */
  at(x: number, y: number, layerId = this.store.getState().document.activeLayerId ?? ''): number {
    return classAt(this.raster(layerId), x, y)
  }

  raster(layerId = this.store.getState().document.activeLayerId ?? ''): LabelRaster {
    const raster = this.editor.rasters.get(layerId)
    if (raster === undefined) throw new Error(`Layer ${layerId} has no raster.`)
    return raster
  }

  /** How many pixels of the active layer have the class. */
  count(classId: number): number {
    return this.raster().data.reduce((sum, id) => sum + (id === classId ? 1 : 0), 0)
  }

  get steps(): number {
    return this.editor.history.get().position
  }

  #pointer(samples: readonly { x: number; y: number; pressure?: number }[], options: PointerOptions): CanvasPointer {
    const { shift = false, alt = false, ctrl = false, pressure = 0.5, pen = false, clicks = 1 } = options
    const filled = samples.map((sample) => ({ pressure, ...sample }))
    const at = filled.at(-1) ?? { ...this.#at, pressure }
    return { samples: filled, at, screen: at, pointerType: pen ? 'pen' : 'mouse', shift, alt, ctrl, clicks }
  }
}

import { Observable } from '../../shared/lib/observable.ts'
import type { CanvasPointer, ToolKey } from './canvas-pointer.ts'
import { effectiveTool, nothingHeld, type HeldKeys } from './temporary-tool.ts'
import type { ToolContext } from './tool-context.ts'
import type { ToolSettings } from './tool-settings.ts'
import { ToolMachine, type ToolState } from './tool-machine.ts'
import { toolTable, type ToolId } from './tool-table.ts'

/**
 * Sends pointer and keys to the tool that acts. Held keys lend another tool (Space the hand, Alt the eyedropper); a
 * gesture always ends with the tool that began it.
 */
export class ToolController {
  readonly #context: ToolContext<ToolSettings>
  readonly #active: Observable<ToolId>
  #chosen: ToolId
  #held: HeldKeys = nothingHeld
  #pressed = false
  #machine: ToolMachine
  /** The chosen tool's machine while another tool is lent, so that an unfinished polygon survives a pan. */
  #resting: ToolMachine | undefined

  constructor(context: ToolContext<ToolSettings>, chosen: ToolId) {
    this.#context = context
    this.#chosen = chosen
    this.#active = new Observable(chosen)
    this.#machine = this.#start(chosen)
  }

  /** The tool that acts now, lent ones included. */
  get active(): Observable<ToolId> {
    return this.#active
  }

  /** For tests and for the status line: tool and state, such as `brush.drawing`. */
  get path(): string {
    return `${this.#active.get()}.${this.#machine.stateName}`
  }

  get isPressed(): boolean {
    return this.#pressed
  }

  choose(tool: ToolId): void {
    if (tool === this.#chosen) return
    this.#resting?.dispose()
    this.#resting = undefined
    this.#machine.dispose()
    this.#pressed = false
    this.#chosen = tool
    this.#active.set(tool)
    this.#machine = this.#start(tool)
    this.#lend()
  }

  hold(change: Partial<HeldKeys>): void {
    this.#held = { ...this.#held, ...change }
    this.#lend()
  }

  pointerDown(pointer: CanvasPointer): void {
    this.#pressed = true
    this.#machine.pointerDown(pointer)
  }

  pointerMove(pointer: CanvasPointer): void {
    this.#machine.pointerMove(pointer)
  }

  pointerUp(pointer: CanvasPointer): void {
    this.#machine.pointerUp(pointer)
    this.#pressed = false
    this.#lend()
  }

  /** @returns whether the tool used the key. */
  key(key: ToolKey): boolean {
    if (key === 'Escape' && this.#pressed) {
      this.cancel()
      return true
    }
    return this.#machine.key(key)
  }

  /** Gives up what is under way: after Escape, or when the pointer was lost. */
  cancel(): void {
    this.#machine.cancel()
    this.#pressed = false
    this.#lend()
  }

  /** Keeps what is under way as it is, for example before saving or undoing. */
  complete(): void {
    this.#machine.complete()
    this.#resting?.complete()
    this.#pressed = false
  }

  /** Lets the chosen tool start in another state, as pasted pixels do. */
  enter(tool: ToolId, state: ToolState): void {
    this.choose(tool)
    this.#machine.dispose()
    this.#machine = new ToolMachine(state)
  }

  dispose(): void {
    this.#resting?.dispose()
    this.#machine.dispose()
    this.#active.dispose()
  }

  #lend(): void {
    if (this.#pressed) return
    const wanted = effectiveTool(this.#chosen, this.#held, toolTable[this.#chosen].altPicks)
    if (wanted === this.#active.get()) return
    if (wanted === this.#chosen) {
      this.#machine.dispose()
      this.#machine = this.#resting ?? this.#start(wanted)
      this.#resting = undefined
    } else {
      if (this.#resting === undefined) this.#resting = this.#machine
      else this.#machine.dispose()
      this.#machine = this.#start(wanted)
    }
    this.#active.set(wanted)
  }

  #start(tool: ToolId): ToolMachine {
    return new ToolMachine(toolTable[tool].start(this.#context))
  }
}

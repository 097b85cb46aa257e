import type { CanvasPointer, ToolKey } from './canvas-pointer.ts'

/** The state to go to, or undefined to stay. Returning a state is the only way to change it. */
export type Transition = ToolState | undefined

/**
 * One state of a tool. Handlers are optional: what a state does not mention, it ignores. `cancel` gives up what is
 * under way, `complete` keeps it (another tool was chosen, the document is saved).
 */
export interface ToolState {
  readonly name: string
  pointerDown?(pointer: CanvasPointer): Transition
  pointerMove?(pointer: CanvasPointer): Transition
  pointerUp?(pointer: CanvasPointer): Transition
  key?(key: ToolKey): Transition
  cancel?(): Transition
  complete?(): Transition
  enter?(): void
  exit?(): void
}

/** Runs one tool's states. */
export class ToolMachine {
  #state: ToolState

  constructor(initial: ToolState) {
    this.#state = initial
    initial.enter?.()
  }

  get stateName(): string {
    return this.#state.name
  }

  pointerDown(pointer: CanvasPointer): void {
    this.#go(this.#state.pointerDown?.(pointer))
  }

  pointerMove(pointer: CanvasPointer): void {
    this.#go(this.#state.pointerMove?.(pointer))
  }

  pointerUp(pointer: CanvasPointer): void {
    this.#go(this.#state.pointerUp?.(pointer))
  }

  /** @returns whether the state used this key, so that nothing else reacts to it. */
  key(key: ToolKey): boolean {
    if (this.#state.key === undefined) return false
    const before = this.#state
    this.#go(this.#state.key(key))
    return before.name !== 'idle'
  }

  cancel(): void {
    this.#go(this.#state.cancel?.())
  }

  complete(): void {
    this.#go(this.#state.complete?.())
  }

  dispose(): void {
    this.complete()
    this.#state.exit?.()
  }

  #go(next: Transition): void {
    if (next === undefined || next === this.#state) return
    this.#state.exit?.()
    this.#state = next
    next.enter?.()
  }
}

import { newDocument } from '../../../renderer/model/document/new-document.ts'
import { Editor } from '../../../renderer/painting/editor/editor.ts'
import { createAppStore } from '../../../renderer/app/store.ts'
import { classChosen, classesReplaced } from '../../../renderer/model/palette/palette-slice.ts'
import { createRaster } from '../../../renderer/model/raster/label-raster.ts'
import { toolChosen, toolSettingsChanged } from '../../../renderer/painting/tools/tools-slice.ts'
import type { CanvasPointer } from '../../../renderer/painting/tools/canvas-pointer.ts'

const SIDE = 1024
const BRUSH = 48
const MOVES = 40
const CLASS_IDS = [3, 10, 22]

export interface StrokeTimes {
  /** Milliseconds that the tool took for each pointer move. */
  readonly moves: number[]
  /** Milliseconds from pen up until the step stands in the history. */
  readonly commits: number[]
}

/** The editor without a window, on a document of 1024 × 1024: what a pointer event costs beside drawing it. */
export class BenchEditor {
  readonly #editor: Editor
  readonly #store = createAppStore()
  #strokes = 0

  /** @param historyBytes bound of the undo history; reached early, it shows whether memory stays flat. */
  constructor(historyBytes: number) {
    let ids = 0
    const makeId = (): string => String((ids += 1))
    this.#editor = new Editor({
      store: this.#store,
      notify: () => undefined,
      makeId,
      historyLimits: { bytes: historyBytes, steps: 5000 },
    })
    this.#store.dispatch(
      classesReplaced(
        CLASS_IDS.map((id, channel) => ({ id, name: String(id), colour: [id, id, id], channel, aliases: [] })),
      ),
    )
    const facts = { name: 'Bench', width: SIDE, height: SIDE, backdropClassId: 3, layerName: 'Layout' }
    const document = newDocument(facts, makeId)
    this.#editor.open(document, new Map([[document.activeLayerId ?? '', createRaster(SIDE, SIDE, 3)]]))
    this.#store.dispatch(toolChosen('brush'))
    this.#store.dispatch(toolSettingsChanged({ brushSize: BRUSH }))
  }

  /** One wavy stroke of 40 moves across the document, each stroke somewhere else and of the next class. */
  stroke(times: StrokeTimes): void {
    const index = (this.#strokes += 1)
    this.#store.dispatch(classChosen(CLASS_IDS[index % CLASS_IDS.length] ?? 3))
    const at = (step: number): { x: number; y: number; pressure: number } => ({
      x: (index * 97 + step * 17) % SIDE,
      y: (index * 61 + Math.round(60 * Math.sin(step / 4)) + SIDE) % SIDE,
      pressure: 0.5,
    })
    this.#editor.tools.pointerDown(pointer([at(0)]))
    for (let step = 1; step <= MOVES; step++) {
      const start = performance.now()
      this.#editor.tools.pointerMove(pointer([at(step)]))
      times.moves.push(performance.now() - start)
    }
    const start = performance.now()
    this.#editor.tools.pointerUp(pointer([at(MOVES)]))
    times.commits.push(performance.now() - start)
  }
}

function pointer(samples: readonly { x: number; y: number; pressure: number }[]): CanvasPointer {
  const at = samples.at(-1) ?? { x: 0, y: 0, pressure: 0.5 }
  return { samples, at, screen: at, pointerType: 'pen', shift: false, alt: false, ctrl: false, clicks: 1 }
}

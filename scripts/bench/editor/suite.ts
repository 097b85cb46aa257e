import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { RunSuite } from '../measurement.mjs'
import { median } from '../engine/median.ts'
import { milliseconds } from '../engine/milliseconds.ts'
import { BenchEditor, type StrokeTimes } from './bench-editor.ts'
import { percentile } from './percentile.ts'
import { saveTime } from './save-time.ts'

const WARM_STROKES = 500
/** Strokes whose times are told. */
const STROKES = 1000
/** Strokes over which memory must stay as it is. */
const MORE_STROKES = 10_000
const HISTORY_BYTES = 8 * 1024 * 1024
const SAVES = 5
const COLLECTIONS = 5
const GIVING_BACK_MS = 50

/** What painting and saving cost beside drawing: the editor's model on a document of 1024 × 1024, in this process. */
export const run: RunSuite = async ({ progress }) => {
  const editor = new BenchEditor(HISTORY_BYTES)
  const warm: StrokeTimes = { moves: [], commits: [] }
  const measured: StrokeTimes = { moves: [], commits: [] }
  progress(`${WARM_STROKES} strokes to warm up`)
  for (let stroke = 0; stroke < WARM_STROKES; stroke++) editor.stroke(warm)
  progress(`${STROKES} strokes`)
  for (let stroke = 0; stroke < STROKES; stroke++) editor.stroke(measured)
  const before = await memoryInUse()
  progress(`${MORE_STROKES} strokes more`)
  for (let stroke = 0; stroke < MORE_STROKES; stroke++) editor.stroke({ moves: [], commits: [] })
  const grown = (await memoryInUse()) / before
  progress('saving')
  const saves: number[] = []
  for (let save = 0; save < SAVES; save++) saves.push(await saveTime())
  return {
    facts: { document: '1024 x 1024', strokes: STROKES, historyBytes: HISTORY_BYTES },
    measurements: [
      milliseconds('pointer move, 95th percentile', percentile(measured.moves, 0.95), { limit: 4 }),
      milliseconds('stroke commit, 95th percentile', percentile(measured.commits, 0.95), { limit: 12 }),
      { name: 'memory after 10,000 more strokes to before', unit: 'ratio', value: grown, limit: 1.05 },
      milliseconds('project save, 8 layers of 1024 x 1024', median(saves), { limit: 500 }),
    ],
  }
}

/**
 * Bytes of heap and buffers that are still needed. Memory of buffers is given back beside the program, some time after
 * nobody needs them: looked at too early, what is only late would count as kept.
 */
async function memoryInUse(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  let least = Infinity
  for (let time = 0; time < COLLECTIONS; time++) {
    if (typeof collect === 'function') Reflect.apply(collect, undefined, [])
    await setTimeout(GIVING_BACK_MS)
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    least = Math.min(least, heapUsed + arrayBuffers)
  }
  return least
}

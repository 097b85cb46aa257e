import { OnnxRuntime } from '../../inference/runtime/onnx-runtime.ts'
import type { RunGraph } from '../../importer/conversion/graph-runner.ts'

/** As many as the product uses by default (two cores must do). */
const THREADS = 2

/** Loads a graph, runs it once on the CPU of this process and lets it go; a run that has begun goes on to its end. */
export const runGraphOnce: RunGraph = async (file, feeds, signal) => {
  signal.throwIfAborted()
  const session = await new OnnxRuntime().createSession(file, { provider: 'cpu', threads: THREADS })
  try {
    return await session.run(feeds)
  } finally {
    await session.dispose()
  }
}

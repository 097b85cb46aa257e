import { OnnxRuntime } from '../../inference/runtime/onnx-runtime.ts'
import type { RunGraph } from '../../importer/conversion/graph-runner.ts'

/** As many as the product uses by default (two cores must do). */
const THREADS = 2

/** Loads a graph, runs it once on the CPU and lets it go: for the importer's self-test. */
export const runGraphOnce: RunGraph = async (file, feeds) => {
  const session = await new OnnxRuntime().createSession(file, { provider: 'cpu', threads: THREADS })
  try {
    return await session.run(feeds)
  } finally {
    await session.dispose()
  }
}

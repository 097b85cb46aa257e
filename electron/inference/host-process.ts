import { InferenceServer } from './inference-server.ts'
import { processPort } from './process-port.ts'
import { OnnxRuntime } from './runtime/onnx-runtime.ts'
import { yieldToEvents } from './scheduling/yield-to-events.ts'

/** The inference host as a child process: serves its parent, and ends with it. */
process.on('disconnect', () => process.exit(0))
// Ctrl-C reaches the whole group; the parent decides what becomes of the work under way.
process.on('SIGINT', () => undefined)

new InferenceServer(processPort(), {
  runtime: new OnnxRuntime(),
  platform: process.platform,
  now: () => performance.now(),
  yieldToEvents,
  disposed: () => process.exit(0),
})

import { InferenceServer } from './inference-server.ts'
import { processPort } from './process-port.ts'
import { OnnxRuntime } from './runtime/onnx-runtime.ts'
import { yieldToEvents } from './scheduling/yield-to-events.ts'

/** The inference host as a child process: serves its parent, and ends with it. */
process.on('disconnect', () => process.exit(0))
// The parent may have ended while this program was loading, before it listened for that.
if (!process.connected) process.exit(0)
// Where Ctrl-C reaches the whole group, the parent decides what becomes of the work under way.
process.on('SIGINT', () => undefined)

const port = processPort()

new InferenceServer(port, {
  runtime: new OnnxRuntime(),
  platform: process.platform,
  now: () => performance.now(),
  yieldToEvents: async () => {
    // A stage blocks this process: a warp that is only half sent would arrive together with the picture.
    await port.flushed()
    await yieldToEvents()
  },
  disposed: () => process.exit(0),
  endsProcess: true,
})

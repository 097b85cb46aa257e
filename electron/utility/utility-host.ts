import { InferenceServer } from '../inference/inference-server.ts'
import { OnnxRuntime } from '../inference/runtime/onnx-runtime.ts'
import { yieldToEvents } from '../inference/scheduling/yield-to-events.ts'
import { messagePortOf } from './message-port.ts'

/** The inference host as Electron's utility process: serves the one window whose port its parent hands over. */
process.parentPort.once('message', ({ ports: [port] }) => {
  if (port === undefined) return
  // The window is gone, and with it whoever wanted a picture.
  port.once('close', () => process.exit(0))
  new InferenceServer(messagePortOf(port), {
    runtime: new OnnxRuntime(),
    platform: process.platform,
    now: () => performance.now(),
    yieldToEvents,
    disposed: () => process.exit(0),
  })
  port.start()
})

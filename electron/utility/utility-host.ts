import { z } from 'zod'
import { hostConfigurationSchema } from '../contract/inference-protocol.ts'
import { InferenceServer } from '../inference/inference-server.ts'
import { OnnxRuntime } from '../inference/runtime/onnx-runtime.ts'
import { yieldToEvents } from '../inference/scheduling/yield-to-events.ts'
import { configuredPort } from './configured-port.ts'
import { messagePortOf } from './message-port.ts'

const connectSchema = z.object({ type: z.literal('connect'), configuration: hostConfigurationSchema })

/** The inference host as Electron's utility process: serves the one window whose port its parent hands over. */
process.parentPort.once('message', ({ data, ports: [port] }) => {
  if (port === undefined) return
  // The window has closed, so its pictures are no longer needed.
  port.once('close', () => process.exit(0))
  const { configuration } = connectSchema.parse(data)
  new InferenceServer(configuredPort(messagePortOf(port), configuration), {
    runtime: new OnnxRuntime(),
    platform: process.platform,
    now: () => performance.now(),
    yieldToEvents,
    disposed: () => process.exit(0),
  })
  port.start()
})

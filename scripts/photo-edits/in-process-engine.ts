import path from 'node:path'
import type { Engine } from '../../electron/cli/engine/engine.ts'
import { startEngine } from '../../electron/cli/engine/start-engine.ts'
import { InferenceServer } from '../../electron/inference/inference-server.ts'
import { OnnxRuntime } from '../../electron/inference/runtime/onnx-runtime.ts'
import { yieldToEvents } from '../../electron/inference/scheduling/yield-to-events.ts'
import { InProcessStarter } from '../../electron/supervision/in-process-starter.ts'

/** The packs of the repository, on one thread of this process. */
export function inProcessEngine(root: string): Promise<Engine> {
  const starter = new InProcessStarter((port, disposed) => {
    new InferenceServer(port, {
      runtime: new OnnxRuntime(),
      platform: process.platform,
      now: () => performance.now(),
      yieldToEvents,
      disposed,
    })
  })
  const models = {
    packFolders: [path.join(root, 'models/packs')],
    annotatorFolders: [path.join(root, 'models/annotators')],
  }
  return startEngine(
    starter,
    models,
    path.join(root, 'node_modules'),
  )({ provider: 'cpu', threads: 1, onNotice: () => undefined })
}

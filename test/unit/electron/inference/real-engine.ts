import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { InferenceServer } from '../../../../electron/inference/inference-server.ts'
import { OnnxRuntime } from '../../../../electron/inference/runtime/onnx-runtime.ts'
import { yieldToEvents } from '../../../../electron/inference/scheduling/yield-to-events.ts'
import { InferenceClient } from '../../../../electron/supervision/inference-client.ts'
import { InProcessStarter } from '../../../../electron/supervision/in-process-starter.ts'
import { startTimer } from '../../../../electron/supervision/timer.ts'

const folder = (relative: string): string => fileURLToPath(new URL(`../../../../${relative}`, import.meta.url))

/**
 * A client of the real runtime with the shipped annotators, in this process, until the test ends.
 *
 * @param packs folder of packs: the tiny pack's
 * @param pause what a job does where it can be cancelled
 */
export function realEngine(
  cacheBytes = 50_000_000,
  packs = 'test/fixtures/packs',
  pause: () => Promise<void> = yieldToEvents,
): InferenceClient {
  const client = new InferenceClient({
    starter: new InProcessStarter((port, disposed) => {
      new InferenceServer(port, {
        runtime: new OnnxRuntime(),
        platform: process.platform,
        now: () => performance.now(),
        yieldToEvents: pause,
        disposed,
      })
    }),
    configuration: {
      packFolders: [folder(packs)],
      annotatorFolders: [folder('models/annotators')],
      provider: 'cpu',
      threads: 1,
      cacheBytes,
    },
    startTimer,
    onNotice: () => undefined,
  })
  onTestFinished(() => client.dispose())
  return client
}

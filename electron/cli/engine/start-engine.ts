import type { HostConfiguration } from '../../contract/inference-protocol.ts'
import type { ModelFolders } from '../../packs/pack-folders.ts'
import type { PendingJob } from '../../client/client-job.ts'
import type { HostStarter } from '../../supervision/host-starter.ts'
import { InferenceClient } from '../../supervision/inference-client.ts'
import { startTimer } from '../../supervision/timer.ts'
import { CancelledError } from '../failures.ts'
import type { Engine, EngineOptions, StartEngine } from './engine.ts'

/** Encodings kept by the host: a batch reuses one exemplar for a whole column, which is tens of megabytes. */
const CACHE_BYTES = 256 * 1024 * 1024

/**
 * Hosts for the command line, each a child process.
 *
 * Why not in this process: it would make a cold `render` 0.1 s quicker (measured 1.23 s instead of 1.34 s, 256×256, two
 * cores), but a native crash would then end the command without a sentence, and since a run cannot be interrupted from
 * JavaScript, Ctrl-C and the progress line would wait for it.
 */
export function startEngine(starter: HostStarter, models: ModelFolders, dataFolder: string): StartEngine {
  return async ({ provider, threads, onNotice }: EngineOptions): Promise<Engine> => {
    const configuration: HostConfiguration = {
      packFolders: [...models.packFolders],
      annotatorFolders: [...models.annotatorFolders],
      settingsFolder: dataFolder,
      provider,
      threads,
      cacheBytes: CACHE_BYTES,
    }
    const client = new InferenceClient({ starter, configuration, startTimer, onNotice })
    const { runtimeVersion, availableProviders } = await client.start()
    return {
      runtimeVersion,
      availableProviders,
      loadPack: async (packId, options) => {
        await outcomeOf(client.loadPack(packId, options), options.signal)
      },
      generate: (request, options) => outcomeOf(client.generate(request, options), options.signal),
      annotate: (annotatorId, image, wish, options) =>
        outcomeOf(client.annotate(annotatorId, image, wish, options), options.signal),
      findPeople: (image, options) => outcomeOf(client.findPeople(image, options), options.signal),
      askMakeUp: (question, options) => outcomeOf(client.askMakeUp(question), options.signal),
      selfTest: (packId, options) => outcomeOf(client.selfTest(packId, options), options.signal),
      dispose: () => client.dispose(),
    }
  }
}

/** A job's result; its cancellation, asked for by the signal, becomes an error like any other way not to have one. */
async function outcomeOf<Result>(job: PendingJob<Result>, signal: AbortSignal): Promise<Result> {
  const cancel = (): void => {
    job.cancel()
  }
  signal.addEventListener('abort', cancel)
  if (signal.aborted) cancel()
  try {
    const outcome = await job.outcome
    if (outcome.kind === 'done') return outcome.result
    throw new CancelledError()
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

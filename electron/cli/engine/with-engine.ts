import type { CliEnvironment } from '../environment.ts'
import { CancelledError } from '../exit-codes.ts'
import type { Engine, EngineOptions } from './engine.ts'

/**
 * Runs work that needs a host and disposes of the host however the work ends. `prepare` reads the
 * inputs meanwhile: a cold start costs about as much as decoding, so the two overlap.
 */
export async function withEngine<Input, Result>(
  environment: Pick<CliEnvironment, 'startEngine' | 'signal' | 'stderr'>,
  options: Omit<EngineOptions, 'onNotice'>,
  prepare: () => Promise<Input>,
  work: (engine: Engine, input: Input) => Promise<Result>,
): Promise<Result> {
  throwIfCancelled(environment.signal)
  const starting = environment.startEngine({
    ...options,
    onNotice: (message) => {
      environment.stderr.write(`${message}\n`)
    },
  })
  // Handled below; without this a host that fails while inputs are read would count as unhandled.
  starting.catch(() => undefined)
  try {
    const input = await prepare()
    throwIfCancelled(environment.signal)
    return await work(await starting, input)
  } finally {
    await starting.then(
      (engine) => engine.dispose(),
      () => undefined,
    )
  }
}

/** @throws CancelledError once the user has pressed Ctrl-C. */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new CancelledError()
}

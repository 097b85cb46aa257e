import type { CliEnvironment } from '../environment.ts'
import { CancelledError } from '../failures.ts'
import type { Engine, EngineOptions } from './engine.ts'

/** How to run a command's host. */
export interface HostChoices extends Omit<EngineOptions, 'onNotice'> {
  /** A pack whose graphs are loaded while the inputs are still being read. */
  readonly packAhead?: string
}

/**
 * Runs work that needs a host and has the host end however the work ends. `prepare` reads the inputs meanwhile: a cold
 * start costs about as much as decoding, so the two overlap. Nobody waits for the host's end, but this process lives until
 * then, so that a picture is encoded and written meanwhile.
 */
export async function withEngine<Input, Result>(
  environment: Pick<CliEnvironment, 'startEngine' | 'signal' | 'stderr'>,
  { provider, threads, packAhead }: HostChoices,
  prepare: () => Promise<Input>,
  work: (engine: Engine, input: Input) => Promise<Result>,
): Promise<Result> {
  const { signal, stderr } = environment
  throwIfCancelled(signal)
  const onNotice = (message: string): void => {
    // The same Ctrl-C also ends the host, so its end is not reported.
    if (!signal.aborted) stderr.write(`${message}\n`)
  }
  const starting = environment.startEngine({ provider, threads, onNotice })
  if (packAhead !== undefined) void starting.then((engine) => engine.loadPack(packAhead, { signal })).catch(ignore)
  // Handled below; without this a host that fails while inputs are read would count as unhandled.
  starting.catch(ignore)
  try {
    const input = await prepare()
    throwIfCancelled(signal)
    return await work(await starting, input)
  } finally {
    void starting.then((engine) => engine.dispose(), ignore)
  }
}

/** Whatever is wrong with the pack or the host is told by the job that needs them. */
function ignore(): void {
  // Nothing to do.
}

/** @throws CancelledError once the user has pressed Ctrl-C. */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new CancelledError()
}

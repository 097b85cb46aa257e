import { CheckpointError, quoted, SAVE_STATE_DICT } from '../checkpoint-error.ts'

/** The pickle asks for something that only code could do; `name` is what it named. */
export function refusal(name: string): CheckpointError {
  const message = `it asks for ${quoted(name)}, which a set of weights never needs, so it was refused and nothing was run; if you trust where it comes from, ${SAVE_STATE_DICT}.`
  return new CheckpointError('refused', message)
}

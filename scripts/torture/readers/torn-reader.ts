import { CocanvasError } from '../../../electron/contract/error-codes.ts'
import { mutate } from '../mutate.ts'
import { mutateJson } from '../mutate-json.ts'
import type { SeededRandom } from '../seeded-random.ts'

/** A reader of files or messages from outside, and what to feed it. */
export interface TornReader {
  readonly name: string
  /** A damaged input; some are damaged below the checksums, so that these do not refuse everything. */
  mutant(random: SeededRandom): Uint8Array
  /** Resolves when the input is accepted. */
  read(bytes: Uint8Array): Promise<unknown>
  /** Whether it may end with this error: one sentence for a user, or for a transport any error but a full stack. */
  refuses(error: unknown): boolean
}

/** What a user is told: one sentence. Anything else that a reader throws is a fault. */
export const isSentence = (error: unknown): boolean => error instanceof CocanvasError

/** For readers that take what they do not understand as missing. */
export const refusesNothing = (): boolean => false

/** A JSON text that is damaged as text, or sound as text and odd in what it says. */
export function tornJson(sound: string, random: SeededRandom): Uint8Array {
  return random.below(3) === 0 ? mutate(new TextEncoder().encode(sound), random) : mutateJson(sound, random)
}

/** A reader of JSON texts, several of which are sound. */
export function jsonReader(
  name: string,
  sound: readonly string[],
  read: TornReader['read'],
  refuses: TornReader['refuses'],
): TornReader {
  return { name, mutant: (random) => tornJson(random.pick(sound), random), read, refuses }
}

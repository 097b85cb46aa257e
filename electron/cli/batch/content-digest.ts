import { contentOf } from '../../conditions/condition-table.ts'
import type { Condition } from '../../contract/condition.ts'
import { sha256 } from '../output/digest.ts'

/** Digest of everything that a condition says, whatever files it was read from. */
export function contentDigest(condition: Condition): string {
  const parts = contentOf(condition).flatMap((part) => {
    if (!(part instanceof Float32Array)) return [part instanceof Uint8Array ? part : `${String(part)}\0`]
    return [new Uint8Array(part.buffer, part.byteOffset, part.byteLength)]
  })
  return sha256(...parts)
}

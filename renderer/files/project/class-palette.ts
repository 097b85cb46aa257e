import { PALETTE_BYTES } from '../../../electron/contract/project-content.ts'
import type { PackClass } from '../../../electron/contract/pack-facts.ts'

/** Grey, for ids that no class claims. */
const UNKNOWN = 128

/** Colours of all 256 class ids as 768 bytes of RGB; aliases take their class's colour. */
export function classPalette(classes: readonly PackClass[]): Uint8Array {
  const palette = new Uint8Array(PALETTE_BYTES).fill(UNKNOWN)
  for (const { id, colour, aliases } of classes) {
    for (const alias of aliases) palette.set(colour, alias.id * 3)
    palette.set(colour, id * 3)
  }
  return palette
}

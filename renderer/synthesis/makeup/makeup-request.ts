import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import { MAKEUP_PARTS, type MakeupPart } from '../../../electron/contract/makeup-parts.ts'
import type { MakeUpLook as SentLook, MakeUpPreset, PartChoice } from '../../../electron/contract/recipes/make-up.ts'
import { sourcesOf, type MakeUpLook, type MakeUpLooks } from '../../model/makeup/makeup-look.ts'

export type WornSource = Exemplar | MakeUpPreset | 'bare'

/** Loads what a source stands for; undefined when it no longer exists. */
export type ReadSource = (source: string) => Promise<WornSource | undefined>

/**
 * Looks as the host takes them. Parts without a source, or whose source no longer exists, are left out, and so are
 * faces without parts.
 */
export async function sentLooks(looks: MakeUpLooks, read: ReadSource): Promise<readonly SentLook[]> {
  const worn = new Map(await Promise.all(sourcesOf(looks).map(async (source) => [source, await read(source)] as const)))
  return Object.entries(looks).flatMap(([face, look]) => {
    const parts = sentParts(look, worn)
    if (Object.keys(parts).length === 0) return []
    const { tone, swapSides, shifts } = look
    return [{ faces: [Number(face)], tone, swapSides, shifts, parts }]
  })
}

function sentParts(
  { parts, strength }: MakeUpLook,
  worn: ReadonlyMap<string, WornSource | undefined>,
): Partial<Record<MakeupPart, PartChoice>> {
  const sent: Partial<Record<MakeupPart, PartChoice>> = {}
  for (const part of MAKEUP_PARTS) {
    const { source, strength: own } = parts[part]
    const from = source === null ? undefined : worn.get(source)
    const whole = Math.min(1.5, own * strength)
    if (from !== undefined && whole > 0) sent[part] = { strength: whole, from }
  }
  return sent
}

import { correspondenceShapes } from '../../electron/importer/architecture/correspondence-network.ts'
import { generatorShapes } from '../../electron/importer/architecture/generator-network.ts'
import { OFFICIAL_VARIANTS, type OfficialVariantId } from '../../electron/importer/architecture/official-variant.ts'
import type { Precision } from '../../electron/importer/graphs/graph-builder.ts'
import type { OfficialNetworks } from '../../electron/importer/graphs/stages/official-networks.ts'
import { seededSource } from './seeded-weights.ts'

/** A variant's networks at some width with the reference's seeded weights. */
export function seededNetworks(
  id: OfficialVariantId,
  base: number,
  precision: Precision,
  seed: number,
): OfficialNetworks {
  const variant = OFFICIAL_VARIANTS.find((candidate) => candidate.id === id)
  if (variant === undefined) throw new Error(`no variant ${id}`)
  const { task } = variant
  const widths = { base, modulation: 2 * base, matching: 4 * base }
  return {
    variant,
    widths,
    generatorWidths: widths,
    correspondence: seededSource(correspondenceShapes({ task, widths }), seed),
    generator: seededSource(generatorShapes({ task, widths }), seed),
    precision,
  }
}

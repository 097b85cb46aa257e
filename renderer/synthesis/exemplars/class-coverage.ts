import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'

/** Share of the pixels that each class of the pack has, 0..1 by class id; aliases count for their class. */
export type ClassShares = ReadonlyMap<number, number>

/** A photo shows a class if at least this share of its pixels does; less is usually a mistake of the annotator. */
const SMALLEST_SHARE = 0.003
/** The same where photos are cut to a face: an eye has a five-hundredth of its pixels. */
const SMALLEST_SHARE_OF_FACE = 0.0004

/** How much of the score is whether the classes are there at all; the rest is whether their amounts are alike. */
const COVERAGE_WEIGHT = 0.75

export function sharesByClass({ data }: Pick<LabelMap, 'data'>, classes: readonly PackClass[]): ClassShares {
  const counts = new Uint32Array(256)
  for (const id of data) counts[id] = (counts[id] ?? 0) + 1
  return new Map(
    classes.map(({ id, aliases }) => {
      const pixels = [id, ...aliases.map((alias) => alias.id)].reduce((sum, each) => sum + (counts[each] ?? 0), 0)
      return [id, pixels / Math.max(1, data.length)] as const
    }),
  )
}

/** @param smallest share that counts */
export function showsClass(shares: ClassShares, classId: number, smallest = SMALLEST_SHARE): boolean {
  return (shares.get(classId) ?? 0) >= smallest
}

/** Classes that an exemplar lacks, whether the layout has them or not; `prepared` is what was done to the photo. */
export function missingClasses(
  shares: ClassShares,
  classes: readonly PackClass[],
  prepared: PackManifest['exemplarPreparation'],
): number[] {
  const smallest = prepared === undefined ? SMALLEST_SHARE : SMALLEST_SHARE_OF_FACE
  return classes.map(({ id }) => id).filter((id) => !showsClass(shares, id, smallest))
}

/** How well an exemplar suits a layout. */
export interface Suitability {
  /** Share of the layout whose class the exemplar shows, 0..1. */
  readonly coverage: number
  /** 0..1; ranks exemplars with equal coverage. */
  readonly score: number
  /** Classes of the layout that the exemplar lacks, largest first. */
  readonly missingIds: readonly number[]
}

export function suitability(layout: ClassShares, exemplar: ClassShares): Suitability {
  let coverage = 0
  let common = 0
  const missing: { readonly id: number; readonly share: number }[] = []
  for (const [id, share] of layout) {
    if (share === 0) continue
    // Half of the little that a layout asks for is enough.
    if (showsClass(exemplar, id, Math.min(SMALLEST_SHARE, share / 2))) coverage += share
    else missing.push({ id, share })
    common += Math.min(share, exemplar.get(id) ?? 0)
  }
  return {
    coverage,
    score: COVERAGE_WEIGHT * coverage + (1 - COVERAGE_WEIGHT) * common,
    missingIds: missing.sort((one, other) => other.share - one.share).map(({ id }) => id),
  }
}

/** The coverage as it is shown, in whole per cent. */
export function coveragePercent({ coverage }: Pick<Suitability, 'coverage'>): number {
  return Math.round(100 * coverage)
}

/** For sorting: by the per cent that are shown, among equals by the score; photos without labels come last. */
export function bestFirst(one: Suitability | undefined, other: Suitability | undefined): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined)
  return coveragePercent(other) - coveragePercent(one) || other.score - one.score
}

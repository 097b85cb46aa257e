import { classCodes, classNumbers } from './class-codes.ts'
import { classCounts } from './class-counts.ts'
import { matchOctaves } from './match-octaves.ts'
import type { Checkpoint, Colours, Labels } from './raster.ts'
import { substituted } from './substitutes.ts'
import { borderReach } from './synthesise.ts'

/** What was copied from less than this share of its pixels shows single spots of the source again and again. */
const REPEATED = 0.03

/** A picture that `synthesiseDetail` has made, and what it was copied from. */
export interface CopiedPicture {
  /** RGB; it is changed. */
  readonly made: Colours & { readonly data: Float32Array }
  readonly labels: Labels
  readonly source: { readonly colours: Colours; readonly labels: Labels }
  /** See `chooseSubstitutes`. */
  readonly substitutes: ReadonlyMap<number, number>
  /** 1 where it was made; absent = everywhere. */
  readonly open: Uint8Array | undefined
}

/** Gives every class of a made picture the contrast of the class that it was copied from (`matchOctaves`). */
export async function matchSource(
  { made, labels, source, substitutes, open }: CopiedPicture,
  checkpoint: Checkpoint,
): Promise<void> {
  const wanted = substituted(labels, substitutes)
  const numbers = classNumbers(source.labels.data, wanted.data)
  const shown = classCounts(source.labels.data)
  const repeated = [...classCounts(wanted.data)].flatMap(([label, count]) =>
    (shown.get(label) ?? 0) < REPEATED * count ? [numbers.get(label) ?? -1] : [],
  )
  const reach = borderReach(labels)
  await checkpoint()
  await matchOctaves(
    { colours: source.colours, codes: classCodes(source.labels, numbers, reach), counted: undefined },
    { colours: made, codes: classCodes(wanted, numbers, reach), counted: open },
    new Set(repeated),
    checkpoint,
  )
}

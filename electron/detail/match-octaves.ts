import { blurredWithinClasses } from './class-blur.ts'
import type { Checkpoint, Colours } from './raster.ts'

/** Periods of 2 to 4, 4 to 8 and 8 to 16 pixels. */
const OCTAVES = 3
/**
 * Contrast is raised and lowered at most so far, in the first pass and in the second, which corrects what the octaves did to each
 * other: more would be noise.
 */
const BOUNDS = [
  { least: 0.6, most: 1.8 },
  { least: 0.8, most: 1.3 },
]
/** A change of an octave by 1 changes its contrast by less, because its neighbours take part of it: this makes up for it. */
const REACH = [1, 1.4, 1.5]
/** Octaves whose strongest places are softened where a class is stamped. */
const SOFTENED = 2
/** Of a class that is copied again and again, what stands out by more than this many times the mean is softened ... */
const STANDING_OUT = 3
/** ... to this share of what is above: it would be seen to come back. */
const LEFT = 0.1
/** Classes on fewer pixels than this are left as they are: their measure would be chance. */
const LEAST_PIXELS = 400
const CLASSES = 128

/** A picture and what counts of it. */
export interface ClassedPicture {
  readonly colours: Colours
  /** See `classCodes`. */
  readonly codes: Uint8Array
  /** 1 where a pixel counts; absent = everywhere. */
  readonly counted: Uint8Array | undefined
}

/**
 * Gives every class of a made picture, octave by octave, the contrast that it has in the source. Overlapping patches never agree
 * quite, so that their mean is softer than each of them, and what a network paints is softer than a photo. Only brightness is
 * changed, alike in all three channels.
 *
 * @param made its colours are changed, where it counts
 * @param repeated numbers of the codes' classes that were copied from so little that single spots come back
 */
export async function matchOctaves(
  source: ClassedPicture,
  made: ClassedPicture & { readonly colours: { readonly data: Float32Array } },
  repeated: ReadonlySet<number>,
  checkpoint: Checkpoint,
): Promise<void> {
  const shown = strengthsOf(source, await octavesOf(source, checkpoint))
  for (const { least, most } of BOUNDS) {
    const octaves = await octavesOf(made, checkpoint)
    const has = strengthsOf(made, octaves)
    for (const [octave, band] of octaves.entries()) {
      await checkpoint()
      const wants = shown[octave] ?? new Float64Array(CLASSES)
      const reach = REACH[octave] ?? 1
      const gains = wants.map((strength, label) => {
        const own = has[octave]?.[label] ?? 0
        return own > 0 && strength > 0 ? reach * (Math.min(Math.max(strength / own, least), most) - 1) : 0
      })
      const tops = wants.map((strength, label) =>
        octave < SOFTENED && strength > 0 && repeated.has(label) ? STANDING_OUT * strength : Infinity,
      )
      await raise(made, band, gains, tops, checkpoint)
    }
  }
}

/** Rows that are worked on between two checkpoints. */
const ROWS = 64

/** Adds a band times its class's gain; what exceeds the class's top then is softened. */
async function raise(
  { colours, codes, counted }: ClassedPicture & { readonly colours: { readonly data: Float32Array } },
  band: Float32Array,
  gains: Float64Array,
  tops: Float64Array,
  checkpoint: Checkpoint,
): Promise<void> {
  for (let at = 0; at < band.length; at++) {
    if (at % (colours.width * ROWS) === 0) await checkpoint()
    if (counted !== undefined && counted[at] !== 1) continue
    const label = (codes[at] ?? 0) >> 1
    const own = band[at] ?? 0
    const raised = own * (1 + (gains[label] ?? 0))
    const over = Math.abs(raised) - (tops[label] ?? Infinity)
    const change = raised - own - (over > 0 ? Math.sign(raised) * over * (1 - LEFT) : 0)
    if (change === 0) continue
    for (let value = at * 3; value < at * 3 + 3; value++) colours.data[value] = (colours.data[value] ?? 0) + change
  }
}

/** Brightness in octaves: what each blur takes away. */
async function octavesOf(
  { colours: { width, height, data }, codes }: ClassedPicture,
  checkpoint: Checkpoint,
): Promise<readonly Float32Array[]> {
  let finer = new Float32Array(width * height)
  for (let at = 0; at < finer.length; at++)
    finer[at] = ((data[at * 3] ?? 0) + (data[at * 3 + 1] ?? 0) + (data[at * 3 + 2] ?? 0)) / 3
  const octaves: Float32Array[] = []
  for (let octave = 0; octave < OCTAVES; octave++) {
    const blurred = await blurredWithinClasses(finer, codes, width, height, 2 ** octave, checkpoint)
    for (let at = 0; at < finer.length; at++) finer[at] = (finer[at] ?? 0) - (blurred[at] ?? 0)
    octaves.push(finer)
    finer = blurred
  }
  return octaves
}

/** Mean absolute contrast of each octave over each class, away from its borders; 0 for classes with too few pixels. */
function strengthsOf({ codes, counted }: ClassedPicture, octaves: readonly Float32Array[]): readonly Float64Array[] {
  const counts = new Float64Array(CLASSES)
  const inner = codes.map((code, at) =>
    (code & 1) === 1 || (counted !== undefined && counted[at] !== 1) ? CLASSES : code >> 1,
  )
  for (const label of inner) if (label < CLASSES) counts[label] = (counts[label] ?? 0) + 1
  return octaves.map((band) => {
    const sums = new Float64Array(CLASSES)
    for (let at = 0; at < band.length; at++) {
      const label = inner[at] ?? CLASSES
      if (label < CLASSES) sums[label] = (sums[label] ?? 0) + Math.abs(band[at] ?? 0)
    }
    return sums.map((sum, label) => ((counts[label] ?? 0) < LEAST_PIXELS ? 0 : sum / (counts[label] ?? 1)))
  })
}

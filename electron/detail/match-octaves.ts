import { blurredWithinClasses } from './class-blur.ts'
import type { Checkpoint, Colours } from './raster.ts'

/** Periods of 2 to 4, 4 to 8 and 8 to 16 pixels. */
const OCTAVES = 3
/** Contrast is raised at most so far: more would be noise. */
const MOST_GAIN = 1.8
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
 * Gives every class of a made picture, octave by octave, the contrast that it has in the source, where that is more. Overlapping
 * patches never agree quite, so that their mean is softer than each of them, and between the light of the picture and what is as
 * fine as a patch there is less to see than in a photo. Only brightness is changed, alike in all three channels.
 *
 * @param made its colours are changed, where it counts
 * @param coarser how much of what lacks is given back above the finest octave, 0..1, by the numbers of the codes' classes;
 * classes that are not named get nothing there
 */
export async function matchOctaves(
  source: ClassedPicture,
  made: ClassedPicture & { readonly colours: { readonly data: Float32Array } },
  coarser: ReadonlyMap<number, number>,
  checkpoint: Checkpoint,
): Promise<void> {
  const octaves = [...coarser.values()].some((share) => share > 0) ? OCTAVES : 1
  const shown = await strengthsOf(source, octaves, checkpoint)
  const has = await strengthsOf(made, octaves, checkpoint)
  const gains = has.map((strengths, octave) =>
    strengths.map((own, label) => {
      const wants = shown[octave]?.[label] ?? 0
      const share = octave === 0 ? 1 : (coarser.get(label) ?? 0)
      return own > 0 && wants > 0 ? share * (Math.min(Math.max(wants / own, 1), MOST_GAIN) - 1) : 0
    }),
  )
  const { codes, counted, colours } = made
  await eachOctave(made, octaves, checkpoint, (octave, finer, blurred, first, end) => {
    const own = gains[octave]
    for (let at = first; at < end; at++) {
      if (counted !== undefined && counted[at] !== 1) continue
      const gain = own?.[(codes[at] ?? 0) >> 1] ?? 0
      if (gain === 0) continue
      const change = gain * ((finer[at] ?? 0) - (blurred[at] ?? 0))
      for (let value = at * 3; value < at * 3 + 3; value++) colours.data[value] = (colours.data[value] ?? 0) + change
    }
  })
}

/** Mean absolute contrast of each octave over each class, away from its borders; 0 for classes with too few pixels. */
async function strengthsOf(
  picture: ClassedPicture,
  octaves: number,
  checkpoint: Checkpoint,
): Promise<readonly Float64Array[]> {
  const { codes, counted } = picture
  const sums = Array.from({ length: octaves }, () => new Float64Array(CLASSES))
  const counts = new Float64Array(CLASSES)
  await eachOctave(picture, octaves, checkpoint, (octave, finer, blurred, first, end) => {
    const own = sums[octave]
    if (own === undefined) return
    for (let at = first; at < end; at++) {
      const code = codes[at] ?? 0
      if ((code & 1) === 1 || (counted !== undefined && counted[at] !== 1)) continue
      const label = code >> 1
      own[label] = (own[label] ?? 0) + Math.abs((finer[at] ?? 0) - (blurred[at] ?? 0))
      if (octave === 0) counts[label] = (counts[label] ?? 0) + 1
    }
  })
  return sums.map((own) =>
    own.map((sum, label) => ((counts[label] ?? 0) < LEAST_PIXELS ? 0 : sum / (counts[label] ?? 1))),
  )
}

/** Rows that are looked at between two checkpoints. */
const ROWS = 64

/** Tells the brightness before and after each blur, some rows at a time: pixels `first` to `end` − 1. */
async function eachOctave(
  { colours, codes }: ClassedPicture,
  octaves: number,
  checkpoint: Checkpoint,
  look: (octave: number, finer: Float32Array, blurred: Float32Array, first: number, end: number) => void,
): Promise<void> {
  const { width, height, data } = colours
  let finer = new Float32Array(width * height)
  for (let at = 0; at < finer.length; at++)
    finer[at] = ((data[at * 3] ?? 0) + 2 * (data[at * 3 + 1] ?? 0) + (data[at * 3 + 2] ?? 0)) / 4
  for (let octave = 0; octave < octaves; octave++) {
    await checkpoint()
    const blurred = await blurredWithinClasses(finer, codes, width, height, 2 ** octave, checkpoint)
    for (let y = 0; y < height; y += ROWS) {
      await checkpoint()
      look(octave, finer, blurred, y * width, Math.min(y + ROWS, height) * width)
    }
    finer = blurred
  }
}

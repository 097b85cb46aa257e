import type { SourceLevel, TargetLevel } from './patch-levels.ts'
import type { Checkpoint } from './raster.ts'

/** Detail is raised at most so far: more would be noise. */
const MOST_GAIN = 1.8
/** Classes on fewer pixels than this are left as they are: their measure would be chance. */
const LEAST_PIXELS = 400
const CLASSES = 128

/**
 * Gives every class of what was pasted the fine contrast that it has in the source: overlapping patches never agree quite, and
 * their mean is softer than each of them. What is finer than three pixels is raised, class by class.
 */
export async function restoreDetail(source: SourceLevel, target: TargetLevel, checkpoint: Checkpoint): Promise<void> {
  const { texture, wanted, open } = target
  const { width, height, data } = texture
  const own = await fineContrast(texture, wanted, open, checkpoint)
  const shown = await fineContrast(source.texture, source.codes, source.allowed, checkpoint)
  const gains = new Float32Array(CLASSES)
  for (let label = 0; label < CLASSES; label++) {
    const has = own[label] ?? 0
    const wants = shown[label] ?? 0
    gains[label] = has > 0 && wants > 0 ? Math.min(Math.max(wants / has, 1), MOST_GAIN) - 1 : 0
  }
  const stride = width * 3
  // Rows as they were before: each pixel's neighbours must not have been raised already.
  let above = data.slice(0, stride)
  let current = data.slice(0, stride)
  for (let y = 1; y < height - 1; y++) {
    if (y % 64 === 0) await checkpoint()
    above = current
    current = data.slice(y * stride, (y + 1) * stride)
    raiseRow(target, y, gains, above, current)
  }
}

/** @param above the row over this one, as it was @param current this row as it was */
function raiseRow(
  { texture: { width, data }, wanted, open }: TargetLevel,
  y: number,
  gains: Float32Array,
  above: Int16Array,
  current: Int16Array,
): void {
  const row = y * width * 3
  const below = row + width * 3
  for (let x = 1; x < width - 1; x++) {
    const pixel = y * width + x
    if (open !== undefined && open[pixel] !== 1) continue
    const gain = gains[(wanted[pixel] ?? 0) >> 1] ?? 0
    if (gain === 0) continue
    for (let value = x * 3; value < x * 3 + 3; value++) {
      const middle = current[value] ?? 0
      const around =
        ((current[value - 3] ?? 0) + (current[value + 3] ?? 0) + (above[value] ?? 0) + (data[below + value] ?? 0)) / 4
      data[row + value] = middle + gain * 0.5 * (middle - around)
    }
  }
}

/**
 * Mean of |4·p − left − right − above − below| of green over each class, away from its borders; 0 for classes with too few pixels.
 *
 * @param codes see `classCodes`
 * @param counted 1 where a pixel counts; absent = everywhere
 */
async function fineContrast(
  texture: TargetLevel['texture'],
  codes: Uint8Array,
  counted: Uint8Array | undefined,
  checkpoint: Checkpoint,
): Promise<Float64Array> {
  const sums = new Float64Array(CLASSES)
  const counts = new Float64Array(CLASSES)
  for (let y = 1; y < texture.height - 1; y++) {
    if (y % 128 === 0) await checkpoint()
    addContrast(texture, y, codes, counted, sums, counts)
  }
  return sums.map((sum, label) => ((counts[label] ?? 0) < LEAST_PIXELS ? 0 : sum / (counts[label] ?? 1)))
}

function addContrast(
  { width, data }: TargetLevel['texture'],
  y: number,
  codes: Uint8Array,
  counted: Uint8Array | undefined,
  sums: Float64Array,
  counts: Float64Array,
): void {
  const stride = width * 3
  for (let x = 1; x < width - 1; x++) {
    const pixel = y * width + x
    const code = codes[pixel] ?? 0
    if ((code & 1) === 1 || (counted !== undefined && counted[pixel] !== 1)) continue
    const at = pixel * 3 + 1
    sums[code >> 1] =
      (sums[code >> 1] ?? 0) +
      Math.abs(
        4 * (data[at] ?? 0) -
          (data[at - 3] ?? 0) -
          (data[at + 3] ?? 0) -
          (data[at - stride] ?? 0) -
          (data[at + stride] ?? 0),
      )
    counts[code >> 1] = (counts[code >> 1] ?? 0) + 1
  }
}

import { classLight, lightColumns, lightOfRow, textureOf } from './class-light.ts'
import { RandomNumbers } from './random-numbers.ts'
import { resampleColours } from './resample-colours.ts'
import { TEXTURE_STEPS, type Checkpoint, type Colours, type Labels } from './raster.ts'

/** Grain as a share of the class's own fine contrast, and its bounds in 8-bit steps. */
const GRAIN = 0.7
const LEAST_GRAIN = 0.8
const MOST_GRAIN = 5

/** A small picture and the classes that have nothing to be copied from. */
export interface OwnDetail {
  readonly picture: Colours
  /** Classes of the picture's pixels. */
  readonly painted: Labels
  /** Classes at the full size. */
  readonly labels: Labels
  /** Classes to be made; elsewhere the result is the picture, enlarged as it is. */
  readonly wanted: ReadonlySet<number>
  readonly seed: number
}

/**
 * A small picture enlarged, each class for itself, so that borders are as sharp as the labels', with a grain that has the
 * strength of the class's own fine contrast.
 */
export async function ownDetail(
  { picture, painted, labels, wanted, seed }: OwnDetail,
  checkpoint: Checkpoint,
): Promise<Colours> {
  const { width, height } = labels
  const light = classLight(picture, painted, labels, width / picture.width)
  const fine = textureOf(picture, painted, light, width / picture.width)
  const grains = grainOf(fine.data, painted, wanted)
  await checkpoint()
  const steps = new Float32Array(fine.data)
  for (let at = 0; at < steps.length; at++) steps[at] = toSteps(steps[at] ?? 0)
  const enlarged = resampleColours({ ...fine, data: steps }, width, height)
  await checkpoint()
  const data = new Float32Array(resampleColours(picture, width, height).data)
  await checkpoint()
  const random = new RandomNumbers(seed + 7)
  const columns = lightColumns(light, width, 1)
  const row = new Float32Array(width * 3)
  let before = noiseRow(width, random)
  for (let y = 0, at = 0; y < height; y++) {
    if (y % 64 === 0) await checkpoint()
    lightOfRow(light, columns, labels.data, y * width, y, 1, row)
    const noise = noiseRow(width, random)
    for (let x = 0; x < width; x++, at++) {
      const grain = grains.get(labels.data[at] ?? 0)
      if (grain === undefined) continue
      // Neighbours share a part, as grain of photos does; the factor restores the strength that the mean takes.
      const value = GRAIN_GAIN * grain * ((noise[x] ?? 0) + 0.6 * (noise[x + 1] ?? 0) + 0.6 * (before[x] ?? 0))
      for (let channel = 0; channel < 3; channel++)
        data[at * 3 + channel] = (row[x * 3 + channel] ?? 0) + (enlarged.data[at * 3 + channel] ?? 0) + value
    }
    before = noise
  }
  return { width, height, data }
}

const GRAIN_GAIN = 1 / Math.sqrt(1 + 2 * 0.36)

function toSteps(value: number): number {
  return value / TEXTURE_STEPS
}

/** Standard deviation of a texture within each class, in 8-bit steps, as far as it makes a good grain. */
function grainOf(texture: Int16Array, { data }: Labels, wanted: ReadonlySet<number>): ReadonlyMap<number, number> {
  const sums = new Map([...wanted].map((label) => [label, { square: 0, count: 0 }]))
  for (let at = 0; at < data.length; at++) {
    const sum = sums.get(data[at] ?? 0)
    if (sum === undefined) continue
    const green = toSteps(texture[at * 3 + 1] ?? 0)
    sum.square += green * green
    sum.count++
  }
  return new Map(
    [...sums].map(([label, { square, count }]) => [
      label,
      Math.min(Math.max(GRAIN * Math.sqrt(square / Math.max(1, count)), LEAST_GRAIN), MOST_GRAIN),
    ]),
  )
}

/** White noise of mean 0 and deviation 1, one value more than the width. */
function noiseRow(width: number, random: RandomNumbers): Float32Array {
  const row = new Float32Array(width + 1)
  for (let x = 0; x <= width; x++)
    row[x] = ((random.below(1024) + random.below(1024) + random.below(1024)) / 1023 - 1.5) * 2
  return row
}

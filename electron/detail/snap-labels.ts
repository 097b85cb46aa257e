import { widened } from './class-codes.ts'
import { classLight, lightColumns, lightOfRow } from './class-light.ts'
import { FORBIDDEN, type Checkpoint, type Colours, type Labels } from './raster.ts'

/** How much nearer, in squared 8-bit steps, another class's light must be before a pixel changes its class. */
const BIAS = 150

/** A class that pixels may take. */
interface Candidate {
  readonly label: number
  /** Its light along a row of pixels, RGB. */
  readonly row: Float32Array
  /** The class, for each pixel of a row. */
  readonly all: Uint8Array
  /** 1 where the class is within reach. */
  readonly around: Uint8Array
}

/**
 * Labels of a photo with their borders moved to where the colours change: a pixel near a border takes the class, of those
 * around it, whose light it has. Annotators draw borders a few pixels off, and a rim of sky copied with a mountain shows.
 *
 * @param reach how far borders may move, in pixels
 * @returns labels of the same size
 */
export async function snapLabels(
  colours: Colours,
  labels: Labels,
  reach: number,
  checkpoint: Checkpoint,
): Promise<Labels> {
  const { width, height, data: source } = labels
  const light = classLight(colours, labels, labels, Math.max(width, height) / 16)
  const columns = lightColumns(light, width, 1)
  const classes = [...light.cells.keys()]
  const span = Math.max(1, Math.round(reach)) + 1
  const candidates: Candidate[] = []
  for (const label of classes) {
    await checkpoint()
    const own = new Uint8Array(source.length)
    for (let at = 0; at < own.length; at++) if (source[at] === label) own[at] = 1
    const all = new Uint8Array(width).fill(label)
    candidates.push({ label, row: new Float32Array(width * 3), all, around: widened(own, width, height, span) })
  }
  const result = source.slice()
  for (let y = 0; y < height; y++) {
    if (y % 128 === 0) await checkpoint()
    for (const { row, all } of candidates) lightOfRow(light, columns, all, 0, y, 1, row)
    snapRow(colours, labels, candidates, y, result)
  }
  return { width, height, data: result }
}

function snapRow(
  { data: colours }: Colours,
  { width, data: labels }: Labels,
  candidates: readonly Candidate[],
  y: number,
  result: Uint8Array,
): void {
  for (let x = 0; x < width; x++) {
    const at = y * width + x
    const own = labels[at] ?? FORBIDDEN
    if (own === FORBIDDEN) continue
    let best = -1
    let smallest = Infinity
    for (const { label, row, around } of candidates) {
      if (around[at] !== 1) continue
      const red = (colours[at * 3] ?? 0) - (row[x * 3] ?? 0)
      const green = (colours[at * 3 + 1] ?? 0) - (row[x * 3 + 1] ?? 0)
      const blue = (colours[at * 3 + 2] ?? 0) - (row[x * 3 + 2] ?? 0)
      const distance = red * red + green * green + blue * blue + (label === own ? 0 : BIAS)
      if (distance < smallest) {
        smallest = distance
        best = label
      }
    }
    if (best >= 0) result[at] = best
  }
}

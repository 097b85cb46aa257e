import { classLight, lightColumns, lightOfRow } from './class-light.ts'
import { FORBIDDEN, type Colours, type Labels } from './raster.ts'

/** How much nearer, in squared 8-bit steps, another class's light must be before a pixel changes its class. */
const BIAS = 150

/**
 * Labels of a photo with their borders moved to where the colours change: a pixel near a border takes the class, of those
 * around it, whose light it has. Annotators draw borders a few pixels off, and a rim of sky copied with a mountain shows.
 *
 * @param reach how far borders may move, in pixels
 * @returns labels of the same size
 */
export function snapLabels(colours: Colours, labels: Labels, reach: number): Labels {
  const { width, height, data: source } = labels
  const light = classLight(colours, labels, labels, Math.max(width, height) / 16)
  const columns = lightColumns(light, width, 1)
  const classes = [...light.cells.keys()]
  const rows = new Map(
    classes.map((label) => [label, { row: new Float32Array(width * 3), all: new Uint8Array(width).fill(label) }]),
  )
  const result = source.slice()
  const span = Math.max(1, Math.round(reach))
  for (let y = 0; y < height; y++) {
    for (const { row, all } of rows.values()) lightOfRow(light, columns, all, 0, y, 1, row)
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const own = source[at] ?? FORBIDDEN
      if (own === FORBIDDEN) continue
      let best = -1
      let smallest = Infinity
      for (const [label, { row }] of rows) {
        if (label !== own && !reaches(labels, x, y, span, label)) continue
        const red = (colours.data[at * 3] ?? 0) - (row[x * 3] ?? 0)
        const green = (colours.data[at * 3 + 1] ?? 0) - (row[x * 3 + 1] ?? 0)
        const blue = (colours.data[at * 3 + 2] ?? 0) - (row[x * 3 + 2] ?? 0)
        const distance = red * red + green * green + blue * blue + (label === own ? 0 : BIAS)
        if (distance < smallest) {
          smallest = distance
          best = label
        }
      }
      if (best >= 0) result[at] = best
    }
  }
  return { width, height, data: result }
}

/** Whether a class lies within a few pixels, looking along eight directions. */
function reaches({ width, height, data }: Labels, x: number, y: number, span: number, label: number): boolean {
  for (let far = 1; far <= span; far++)
    for (let dy = -far; dy <= far; dy += far)
      for (let dx = -far; dx <= far; dx += far) {
        const column = x + dx
        const row = y + dy
        if (column >= 0 && row >= 0 && column < width && row < height && data[row * width + column] === label)
          return true
      }
  return false
}

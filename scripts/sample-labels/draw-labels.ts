import type { LabelMap } from '../../electron/contract/label-map.ts'
import type { RgbImage } from '../../electron/contract/rgb-image.ts'
import { snapLabels } from '../../electron/detail/snap-labels.ts'
import type { PhotoOutlines } from './outlines.mjs'

type Point = readonly [x: number, y: number]

/** The labels of a photo from its outlines; later ones cover earlier ones. */
export async function drawLabels(photo: RgbImage, { ground, reach, outlines }: PhotoOutlines): Promise<LabelMap> {
  const { width, height } = photo
  const data = new Uint8Array(width * height).fill(ground)
  for (const [id, points] of outlines) fill({ width, height, data }, id, pointsOf(points))
  return reach === 0
    ? { width, height, data }
    : { width, height, data: await snapped(photo, { width, height, data }, reach) }
}

/** Borders at the photo's own, without the single pixels that colours alone leave. */
async function snapped(photo: RgbImage, labels: LabelMap, reach: number): Promise<Uint8Array> {
  const { width, height, data } = await snapLabels(photo, labels, reach, () => Promise.resolve())
  return data.map((own, at) => mostCommon(data, width, height, at, own))
}

/** The class that most of the 5 × 5 pixels around one have. */
function mostCommon(data: Uint8Array, width: number, height: number, at: number, own: number): number {
  const [column, row] = [at % width, Math.floor(at / width)]
  const counts = new Map<number, number>([[own, 0.5]])
  for (let y = Math.max(0, row - 2); y <= Math.min(height - 1, row + 2); y++)
    for (let x = Math.max(0, column - 2); x <= Math.min(width - 1, column + 2); x++) {
      const id = data[y * width + x] ?? own
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0]
}

function pointsOf(text: string): readonly Point[] {
  return text.split(/\s+/).map((pair) => {
    const [x = 0, y = 0] = pair.split(',').map(Number)
    return [x, y]
  })
}

/** Fills the inside of an outline, row by row, by the even-odd rule. */
function fill({ width, height, data }: LabelMap, id: number, outline: readonly Point[]): void {
  for (let row = 0; row < height; row++) {
    const crossings = outline
      .flatMap(([x, y], corner) => {
        const [nextX, nextY] = outline[(corner + 1) % outline.length] ?? [x, y]
        const middle = row + 0.5
        return y <= middle === nextY <= middle ? [] : [x + ((middle - y) / (nextY - y)) * (nextX - x)]
      })
      .sort((first, second) => first - second)
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [from, to] = [crossings[index] ?? 0, crossings[index + 1] ?? 0]
      data.fill(id, row * width + Math.max(0, Math.round(from)), row * width + Math.min(width, Math.round(to)))
    }
  }
}

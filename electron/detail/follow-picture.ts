import { nearBorders } from './class-codes.ts'
import type { Checkpoint, Colours, Labels } from './raster.ts'

/** Passes of comparing and correcting; each leaves about a third of the difference before it. */
const PASSES = 2
/** What a pixel beside another class counts: its colour holds some of the other's. */
const BORDER_TRUST = 0.25
/** Rows that are worked on between two checkpoints. */
const ROWS = 64

/** A small picture that a large one has to agree with. */
export interface FollowedPicture {
  readonly picture: Colours
  /** Classes of its pixels. */
  readonly painted: Labels
  /** How far each class follows it, 0..1; classes that are not named do not. */
  readonly shares: ReadonlyMap<number, number>
}

/**
 * Corrects a large picture so that it shows, when it is reduced again, what the small picture shows: only what is finer than the
 * small picture's pixels stays the large one's own (iterated back-projection, Irani and Peleg 1991). Each class is compared with
 * the small picture's pixels of the same class only, so that nothing bleeds over borders.
 *
 * @param made RGB at the size of `labels`; it is changed
 * @param open 1 where it may be changed; absent = everywhere
 */
export async function followPicture(
  made: { readonly data: Float32Array },
  labels: Labels,
  { picture, painted, shares }: FollowedPicture,
  open: Uint8Array | undefined,
  checkpoint: Checkpoint,
): Promise<void> {
  const table = Float32Array.from({ length: 256 }, (_, label) => shares.get(label) ?? 0)
  if (!table.some((share) => share > 0)) return
  const grid = { across: gridPlaces(labels.width, picture.width), down: gridPlaces(labels.height, picture.height) }
  for (let pass = 0; pass < PASSES; pass++) {
    const differences = await compare(made, labels, picture, painted, grid, checkpoint)
    await correct(made, labels, painted, differences, grid, table, open, checkpoint)
  }
}

/** Along one side, for each pixel of the large picture: the small pixel that it lies in, the one before its place, and its share of the next. */
interface GridPlaces {
  readonly within: Int32Array
  readonly before: Int32Array
  readonly share: Float32Array
}

function gridPlaces(length: number, cells: number): GridPlaces {
  const places = { within: new Int32Array(length), before: new Int32Array(length), share: new Float32Array(length) }
  for (let at = 0; at < length; at++) {
    const place = ((at + 0.5) * cells) / length
    places.within[at] = Math.min(Math.floor(place), cells - 1)
    const between = Math.min(Math.max(place - 0.5, 0), cells - 1)
    places.before[at] = Math.min(Math.floor(between), Math.max(0, cells - 2))
    places.share[at] = cells > 1 ? between - (places.before[at] ?? 0) : 0
  }
  return places
}

/** Red, green, blue by which the small picture is brighter, and how much of its pixel the same class fills (0..1), all times that share and `BORDER_TRUST`. */
async function compare(
  made: { readonly data: Float32Array },
  labels: Labels,
  picture: Colours,
  painted: Labels,
  { across, down }: { readonly across: GridPlaces; readonly down: GridPlaces },
  checkpoint: Checkpoint,
): Promise<Float32Array> {
  const sums = new Float32Array(picture.width * picture.height * 4)
  const { width, height } = labels
  for (let y = 0, at = 0; y < height; y++) {
    if (y % ROWS === 0) await checkpoint()
    const row = (down.within[y] ?? 0) * picture.width
    for (let x = 0; x < width; x++, at++) {
      const cell = row + (across.within[x] ?? 0)
      if (painted.data[cell] !== labels.data[at]) continue
      const to = cell * 4
      sums[to] = (sums[to] ?? 0) + (made.data[at * 3] ?? 0)
      sums[to + 1] = (sums[to + 1] ?? 0) + (made.data[at * 3 + 1] ?? 0)
      sums[to + 2] = (sums[to + 2] ?? 0) + (made.data[at * 3 + 2] ?? 0)
      sums[to + 3] = (sums[to + 3] ?? 0) + 1
    }
  }
  const full = (width * height) / (picture.width * picture.height)
  const border = nearBorders(painted, 1)
  for (let cell = 0; cell < picture.width * picture.height; cell++) {
    const count = sums[cell * 4 + 3] ?? 0
    const trust = border[cell] === 1 ? BORDER_TRUST : 1
    for (let channel = 0; channel < 3; channel++)
      sums[cell * 4 + channel] =
        (trust * (count * (picture.data[cell * 3 + channel] ?? 0) - (sums[cell * 4 + channel] ?? 0))) / full
    sums[cell * 4 + 3] = (trust * count) / full
  }
  return sums
}

async function correct(
  made: { readonly data: Float32Array },
  labels: Labels,
  painted: Labels,
  differences: Float32Array,
  { across, down }: { readonly across: GridPlaces; readonly down: GridPlaces },
  shares: Float32Array,
  open: Uint8Array | undefined,
  checkpoint: Checkpoint,
): Promise<void> {
  const { width, height } = labels
  const columns = painted.width
  const right = columns > 1 ? 1 : 0
  const below = painted.height > 1 ? columns : 0
  for (let y = 0, at = 0; y < height; y++) {
    if (y % ROWS === 0) await checkpoint()
    const top = (down.before[y] ?? 0) * columns
    const lower = down.share[y] ?? 0
    for (let x = 0; x < width; x++, at++) {
      const label = labels.data[at] ?? 0
      const share = shares[label] ?? 0
      if (share === 0 || (open !== undefined && open[at] !== 1)) continue
      const first = top + (across.before[x] ?? 0)
      const later = across.share[x] ?? 0
      let sum = 0
      let red = 0
      let green = 0
      let blue = 0
      for (let each = 0; each < 4; each++) {
        const cell = first + ((each & 1) === 1 ? right : 0) + (each > 1 ? below : 0)
        if (painted.data[cell] !== label) continue
        const weight = ((each & 1) === 1 ? later : 1 - later) * (each > 1 ? lower : 1 - lower)
        sum += weight * (differences[cell * 4 + 3] ?? 0)
        red += weight * (differences[cell * 4] ?? 0)
        green += weight * (differences[cell * 4 + 1] ?? 0)
        blue += weight * (differences[cell * 4 + 2] ?? 0)
      }
      if (sum === 0) continue
      made.data[at * 3] = (made.data[at * 3] ?? 0) + (share * red) / sum
      made.data[at * 3 + 1] = (made.data[at * 3 + 1] ?? 0) + (share * green) / sum
      made.data[at * 3 + 2] = (made.data[at * 3 + 2] ?? 0) + (share * blue) / sum
    }
  }
}

import { UNLABELLED } from '../raster/label-raster.ts'
import { decodeRunsInto } from '../raster/run-length.ts'
import { tileRect } from '../raster/tile-grid.ts'
import type { TilePatch } from '../raster/tile-patch.ts'
import type { HistoryEntry } from './history-change.ts'

/** Where in the document, in thirds from its top left. */
export interface StepPlace {
  readonly column: 'left' | 'middle' | 'right'
  readonly row: 'upper' | 'middle' | 'lower'
}

/** What a step did to labels, as one line of the history shows it. */
export interface StepDescription {
  /** The class that most of the changed pixels show now; `UNLABELLED` where they were cleared. */
  readonly classId: number
  readonly place: StepPlace
  /** The changed labels, small: `UNLABELLED` both where nothing changed and where pixels were cleared. */
  readonly thumbnail: { readonly width: number; readonly height: number; readonly data: Uint8Array }
}

/** Longest side of a thumbnail, in pixels. */
const SIDE = 36

const known = new WeakMap<HistoryEntry, StepDescription | null>()

/**
 * Describes a step; the answer is remembered as long as the entry lives. @returns undefined for steps that painted no
 * pixel.
 */
export function describeStep(entry: HistoryEntry): StepDescription | undefined {
  let described = known.get(entry)
  if (described === undefined) {
    const patch = entry.changes.find((change) => change.kind === 'tiles')?.patch
    described = patch === undefined ? null : describePatch(patch)
    known.set(entry, described)
  }
  return described ?? undefined
}

function describePatch({ width, height, tiles, before, after }: TilePatch): StepDescription {
  const scale = SIDE / Math.max(width, height)
  const small = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  const data = new Uint8Array(small.width * small.height).fill(UNLABELLED)
  const counts = new Uint32Array(256)
  let [sumX, sumY, changed, beforeAt, afterAt] = [0, 0, 0, 0, 0]
  for (const index of tiles) {
    const rect = tileRect(index, width, height)
    const old = new Uint8Array(rect.width * rect.height)
    const now = new Uint8Array(rect.width * rect.height)
    beforeAt = decodeRunsInto(before, beforeAt, old)
    afterAt = decodeRunsInto(after, afterAt, now)
    for (const [at, classId] of now.entries()) {
      if (classId === old[at]) continue
      const x = rect.x + (at % rect.width)
      const y = rect.y + Math.floor(at / rect.width)
      counts[classId] = (counts[classId] ?? 0) + 1
      sumX += x
      sumY += y
      changed += 1
      data[Math.floor((y * small.height) / height) * small.width + Math.floor((x * small.width) / width)] = classId
    }
  }
  return {
    classId: counts.indexOf(Math.max(...counts)),
    place: {
      column: third(sumX / changed / width, 'left', 'middle', 'right'),
      row: third(sumY / changed / height, 'upper', 'middle', 'lower'),
    },
    thumbnail: { ...small, data },
  }
}

/** @param at 0..1 */
function third<Name>(at: number, first: Name, middle: Name, last: Name): Name {
  if (at < 1 / 3) return first
  return at < 2 / 3 ? middle : last
}

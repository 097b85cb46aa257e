import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'

/** A photo with its labels (of any size) and the classes that are to match it. */
export interface ExemplarPart {
  readonly image: RgbImage
  readonly labels: LabelMap
  /**
   * Whether a label of this photo is kept; all others become `other`, so that nothing in the layout is matched with
   * them.
   */
  readonly keeps: (classId: number) => boolean
}

export interface ComposedExemplar {
  readonly image: RgbImage
  readonly labels: LabelMap
}

/** Margin around the kept classes, as a share of their box, because the edges of a class need their surroundings. */
const MARGIN = 0.08

/** A part shows at least this share of its photo's sides, because a few enlarged pixels have no texture. */
const SMALLEST_PART = 0.4

/** Tall enough for 512-pixel pictures; more would only be reduced again. */
const LARGEST_HEIGHT = 640

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Several exemplars as one: side by side at one height, the first whole and the others cut to the classes they are for.
 * Matching compares classes, so each class of the layout finds its style in the part that kept it. The pack does not
 * notice.
 *
 * @param other Class id for what must not be matched.
 */
export function composeExemplars(parts: readonly ExemplarPart[], other: number): ComposedExemplar {
  const [first] = parts
  if (first === undefined) throw new RangeError('There is no exemplar to compose.')
  const height = Math.min(LARGEST_HEIGHT, first.image.height)
  const placed = parts.map((part, index) => {
    const box = index === 0 ? whole(part.image) : keptBox(part)
    return { part, box, width: Math.max(1, Math.round((box.width * height) / box.height)) }
  })
  const width = placed.reduce((sum, part) => sum + part.width, 0)
  const image = new Uint8Array(width * height * 3)
  const labels = new Uint8Array(width * height)
  let left = 0
  for (const { part, box, width: own } of placed) {
    for (let y = 0; y < height; y += 1) {
      const sourceY = box.y + ((y + 0.5) * box.height) / height
      for (let x = 0; x < own; x += 1) {
        const sourceX = box.x + ((x + 0.5) * box.width) / own
        const to = y * width + left + x
        const from = 3 * (Math.floor(sourceY) * part.image.width + Math.floor(sourceX))
        image[3 * to] = part.image.data[from] ?? 0
        image[3 * to + 1] = part.image.data[from + 1] ?? 0
        image[3 * to + 2] = part.image.data[from + 2] ?? 0
        const classId = labelAt(part, sourceX, sourceY)
        labels[to] = part.keeps(classId) ? classId : other
      }
    }
    left += own
  }
  return { image: { width, height, data: image }, labels: { width, height, data: labels } }
}

function whole({ width, height }: RgbImage): Box {
  return { x: 0, y: 0, width, height }
}

/** The class at a point of the photo; the labels cover the photo, whatever their own size. */
function labelAt({ image, labels }: ExemplarPart, x: number, y: number): number {
  const column = Math.floor((x * labels.width) / image.width)
  const row = Math.floor((y * labels.height) / image.height)
  return labels.data[row * labels.width + column] ?? 0
}

/** The box around all kept labels, with a margin, in photo pixels; the whole photo when it has none of them. */
function keptBox({ image, labels, keeps }: ExemplarPart): Box {
  let left = labels.width
  let top = labels.height
  let right = 0
  let bottom = 0
  labels.data.forEach((classId, index) => {
    if (!keeps(classId)) return
    const x = index % labels.width
    const y = Math.floor(index / labels.width)
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + 1)
    bottom = Math.max(bottom, y + 1)
  })
  if (right <= left) return whole(image)
  const across = widened(left / labels.width, right / labels.width)
  const down = widened(top / labels.height, bottom / labels.height)
  return {
    x: across.from * image.width,
    y: down.from * image.height,
    width: (across.to - across.from) * image.width,
    height: (down.to - down.from) * image.height,
  }
}

/** An interval within 0..1, enlarged by its margins and to the smallest length, but kept inside. */
function widened(from: number, to: number): { readonly from: number; readonly to: number } {
  const length = Math.min(1, Math.max(SMALLEST_PART, (to - from) * (1 + 2 * MARGIN)))
  const start = Math.min(1 - length, Math.max(0, (from + to - length) / 2))
  return { from: start, to: start + length }
}

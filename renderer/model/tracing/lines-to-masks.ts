import { FROM_BELOW } from '../../../electron/conditions/face/face-classes.ts'
import { facePartSchema } from '../../../electron/contract/conditions/lines.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { matchClass } from '../palette/match-class.ts'
import { fillFromAround } from '../raster/fill-from-around.ts'
import { createRaster, UNLABELLED, type LabelRaster } from '../raster/label-raster.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import { polygonSpans } from '../raster/shapes/polygon.ts'
import { linePartTable } from '../lines/line-parts.ts'
import type { Stroke } from '../lines/stroke.ts'

/** The class of what closed lines of a part enclose; undefined where the pack has none. */
function classOfPart({ part }: Stroke, classes: readonly PackClass[]): number | undefined {
  const { className } = linePartTable[part]
  return className === undefined ? undefined : matchClass(className, classes)
}

/**
 * What the closed lines enclose, painted in the classes of their parts: the face below, then its parts, hair and glasses on top.
 * A closed line inside another of its part leaves a hole, as the outlines of masks do.
 *
 * @returns undefined when no closed line is of a part that has a class
 */
export function masksOfLines(
  strokes: readonly Stroke[],
  size: ImageSize,
  classes: readonly PackClass[],
): LabelRaster | undefined {
  const raster = createRaster(size.width, size.height)
  let painted = false
  for (const number of FROM_BELOW) {
    const part = facePartSchema.options[number - 1]
    const closed = strokes.filter((stroke) => stroke.part === part && stroke.closed)
    const [first] = closed
    const classId = first === undefined ? undefined : classOfPart(first, classes)
    if (classId === undefined) continue
    painted = true
    const inside = new Uint8Array(size.width * size.height)
    for (const { points } of closed) {
      polygonSpans(
        points.map(([x, y]) => ({ x, y })),
        (y, x0, x1) => {
          if (y < 0 || y >= size.height) return
          for (let x = Math.max(0, x0); x < Math.min(size.width, x1); x += 1) {
            const pixel = y * size.width + x
            inside[pixel] = inside[pixel] === 0 ? 1 : 0
          }
        },
      )
    }
    for (let pixel = 0; pixel < inside.length; pixel += 1) if (inside[pixel] === 1) raster.data[pixel] = classId
  }
  return painted ? raster : undefined
}

/**
 * Masks of lines that were made of this layout and then changed: where a part was and no longer is, what lies around it takes its
 * place. Elsewhere the masks stay empty, so that neck, clothes and background show through.
 *
 * @param masks of `masksOfLines`, changed in place
 * @param layout all visible label layers together, of the masks' size
 * @param backdrop the class of places around which nothing else is
 */
export function giveWay(masks: LabelRaster, layout: LabelMap, backdrop: number): void {
  const { data } = masks
  const told = new Set(data)
  told.delete(UNLABELLED)
  const shown = data.map((id, pixel) => (id === UNLABELLED ? (layout.data[pixel] ?? UNLABELLED) : id))
  for (const part of told) {
    const left = (pixel: number): boolean => data[pixel] === UNLABELLED && layout.data[pixel] === part
    if (!data.some((_, pixel) => left(pixel))) continue
    const filled = shown.slice()
    fillFromAround(filled, masks, left, (pixel) => shown[pixel] !== part, backdrop)
    for (let pixel = 0; pixel < data.length; pixel += 1) if (left(pixel)) data[pixel] = filled[pixel] ?? backdrop
  }
}

import { widened } from '../../../detail/class-codes.ts'
import { scaleOf } from '../../../faces/geometry/similarity.ts'
import { changedRegion } from '../../../photo-edit/changed-region.ts'
import { clippedWindow, editWindows } from '../../../photo-edit/edit-windows.ts'
import { mouthShape, type MouthClasses } from '../../../photo-edit/mouth/mouth-shape.ts'
import { mouthWarp } from '../../../photo-edit/mouth/mouth-warp.ts'
import { partClasses } from '../../../photo-edit/part-classes.ts'
import { vanishedPlaces } from '../../../photo-edit/vanished-places.ts'
import type { PreparedPhoto } from '../../reading/photo-reader.ts'
import type { EditPlace } from './edit-place.ts'
import type { CellArea } from './part-cells.ts'
import { frameOf, within } from './part-frame.ts'
import type { PartedEdit } from './parted-edit.ts'
import { sampledMap } from './sampled-map.ts'

/** Side at which outlines of mouths are looked at. */
const SHAPE_SIDE = 512

/** A mouth that takes another shape. */
interface MouthPlace {
  readonly place: EditPlace
  /** 1 where the change is made by moving it, over the grid of the plan. */
  readonly cells: Uint8Array
}

/** Undefined where the mouth stays, is to be painted anew, or is not shown with both lips before and after. */
export function mouthPlace(edit: PartedEdit, part: PreparedPhoto, seen: CellArea): MouthPlace | undefined {
  const { wishes, photo, working, manifest } = edit
  const { before, after, anew, keep } = wishes
  const { mouth } = partClasses(manifest.classes)
  if (mouth === undefined) return undefined
  const inside = seen.cells
  const cells = before.data.map((label, at) => {
    const wanted = after.data[at] ?? 0
    if (label === wanted || inside[at] !== 1) return 0
    return (isOf(mouth, label) || isOf(mouth, wanted)) && (keep?.data[at] ?? 0) === 0 ? 1 : 0
  })
  if (!cells.includes(1)) return undefined
  const isPainted = cells.some(
    (_, at) => inside[at] === 1 && (anew?.data[at] ?? 0) !== 0 && isOf(mouth, before.data[at]),
  )
  if (isPainted) return undefined
  const from = mouthShape(sampledMap(before, part, working, SHAPE_SIDE), mouth)
  const to = mouthShape(sampledMap(after, part, working, SHAPE_SIDE), mouth)
  if (from === undefined || to === undefined) return undefined
  const { width, height } = before
  const side = (scaleOf(part.toGiven) * part.photo.width * photo.width) / working.width
  const reach = (mouthWarp(from, to).reach * side * width) / photo.width
  const both = before.data.map((label, at) => (isOf(mouth, label) || isOf(mouth, after.data[at]) ? 1 : 0))
  const around = widened(both, width, height, 1 + Math.round(reach))
  const mask = { width, height, data: around.map((value, at) => value & (inside[at] ?? 0)) }
  const shaped = { ...after, data: before.data.map((label, at) => (cells[at] === 1 ? (after.data[at] ?? 0) : label)) }
  const region = within(changedRegion({ ...wishes, after: shaped, anew: mask }), seen)
  const frame = frameOf(part, working, photo)
  const place: EditPlace = {
    making: { way: 'moved', from, to },
    before,
    after: shaped,
    shown: shaped,
    region,
    windows: editWindows(region.whole, width, height, photo).map((window) => clippedWindow(window, frame)),
    forbidden: vanishedPlaces({ before, after: shaped, region, lends: inside }),
    keptCell: undefined,
    part,
    side,
  }
  return { place, cells }
}

function isOf({ upperLip, lowerLip, inside }: MouthClasses, label: number | undefined): boolean {
  return label === upperLip || label === lowerLip || label === inside
}

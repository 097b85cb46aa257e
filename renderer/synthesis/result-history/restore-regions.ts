import type { LabelMap } from '../../../electron/contract/label-map.ts'
import { resizeNearest } from '../../../electron/resampling/nearest.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { exemplarIdOf, paintsLabels } from '../../model/document/layer-kinds/layer-facets.ts'
import { placedLayers } from '../../model/document/layer-tree.ts'
import type { Editor } from '../../painting/editor/editor.ts'
import type { PictureRegions } from '../results/live-results.ts'
import { UNLABELLED } from '../../model/raster/label-raster.ts'

/** Names of the layers on which a picture's regions were painted, the whole picture's first. */
export function regionNames(document: DocumentStructure, regions: PictureRegions | undefined): readonly string[] {
  const painted = placedLayers(document).flatMap(({ layer }) => (paintsLabels(layer) ? [layer] : []))
  const plain = painted.find((layer) => exemplarIdOf(layer) === undefined) ?? painted[0]
  const own = (regions?.exemplarIds ?? []).map((id) => painted.find((layer) => exemplarIdOf(layer) === id)?.name)
  return [plain?.name, ...own].map((name) => name ?? document.name)
}

/**
 * Lays a kept layout over the document, as one undo step: one layer for all of it, and above that one for each region
 * with a photo of its own, so that the same picture is made again.
 */
export function restoreRegions(
  editor: Pick<Editor, 'layers'>,
  document: DocumentStructure,
  layout: LabelMap,
  regions: PictureRegions | undefined,
  names: readonly string[],
): void {
  const whole = resizeNearest(layout, document)
  const map = regions === undefined ? undefined : resizeNearest(regions.map, document)
  const nameOf = (index: number): string => names[index] ?? document.name
  const base = { name: nameOf(0), raster: { ...whole, data: whole.data.slice() } }
  const above = (regions?.exemplarIds ?? []).map((exemplarId, index) => ({
    name: nameOf(index + 1),
    exemplarId,
    raster: { ...whole, data: whole.data.map((id, place) => (map?.data[place] === index + 1 ? id : UNLABELLED)) },
  }))
  editor.layers.cover([base, ...above], 'results.restore')
}

/** Whether two pictures took the same parts from the same photos. */
export function sameRegions(one: PictureRegions | undefined, other: PictureRegions | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return (
    one.exemplarIds.join() === other.exemplarIds.join() &&
    one.map.data.length === other.map.data.length &&
    one.map.data.every((index, place) => index === other.map.data[place])
  )
}

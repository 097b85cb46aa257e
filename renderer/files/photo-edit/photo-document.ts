import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { createRaster, UNLABELLED, type LabelRaster } from '../../model/raster/label-raster.ts'
import { PHOTO_LAYERS } from '../../synthesis/photo-edit/edited-photo.ts'

/** Longer side of a document over a photo, in pixels: the grid on which changes are compared. */
const LONGER_SIDE = 1024
/** Labels of a small photo are finer than the photo, so that a brush can follow an edge. */
const LEAST_LONGER_SIDE = 512
/** Opacity of the labels over the photo at first: enough to tell them apart, little enough to see the photo. */
const LABELS_OPACITY = 0.35

/** The size of the document over a photo: its proportions as exactly as whole pixels allow. */
export function photoDocumentSize({ width, height }: ImageSize): ImageSize {
  const longer = Math.max(width, height)
  const scale = Math.min(LONGER_SIDE, Math.max(LEAST_LONGER_SIDE, longer)) / longer
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

export interface PhotoDocument {
  readonly structure: DocumentStructure
  readonly rasters: ReadonlyMap<string, LabelRaster>
}

/** What a document over a photo begins with. */
export interface PhotoDocumentParts {
  readonly id: string
  readonly name: string
  /** What the photo shows, at the size of the document. */
  readonly labels: LabelMap
  /** Non-zero where the photo can be edited, at the same size: elsewhere no labels lie over it. Absent = everywhere. */
  readonly editable?: LabelMap | undefined
  readonly backdropClassId: number
  /** Of the layers, in the user's language. */
  readonly names: { readonly labels: string; readonly marks: string; readonly photo: string }
}

/** A photo as a document: its labels over it, and above them the marks for what is painted anew and what stays. */
export function photoDocument({
  id,
  name,
  labels,
  editable,
  backdropClassId,
  names,
}: PhotoDocumentParts): PhotoDocument {
  const { width, height } = labels
  const layer = { visible: true, locked: false, opacity: 1 }
  const drawn = labels.data.map((label, at) => (editable?.data[at] === 0 ? UNLABELLED : label))
  const { labels: labelsId, anew, keep, original } = PHOTO_LAYERS
  return {
    structure: {
      id,
      name,
      width,
      height,
      backdropClassId,
      rootIds: [keep, anew, labelsId, original],
      layers: {
        [keep]: { ...layer, id: keep, kind: 'marks', name: names.marks, purpose: 'keep' },
        [anew]: { ...layer, id: anew, kind: 'marks', name: names.marks, purpose: 'anew' },
        [labelsId]: { ...layer, id: labelsId, kind: 'label', name: names.labels, opacity: LABELS_OPACITY },
        [original]: { ...layer, id: original, kind: 'original', name: names.photo },
      },
      activeLayerId: labelsId,
    },
    rasters: new Map([
      [labelsId, { width, height, data: drawn }],
      [anew, createRaster(width, height)],
      [keep, createRaster(width, height)],
    ]),
  }
}

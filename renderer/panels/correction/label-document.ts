import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import type { LabelRaster } from '../../model/raster/label-raster.ts'

export const LABELS_LAYER = 'correction-labels'
export const PHOTO_LAYER = 'correction-photo'

/** The labels are shown half-transparent, so that the user sees in the photo what to correct. */
export const LABELS_OPACITY = 0.6

/** Coarser labels than this are enlarged first, because a brush on 128 pixels could not follow an edge. */
const FINE_ENOUGH = 512

export interface LabelDocument {
  readonly structure: DocumentStructure
  readonly rasters: ReadonlyMap<string, LabelRaster>
}

/**
 * The labels of a photo as a document to paint in: the photo below, its labels over it.
 *
 * @param other Class of pixels that were erased and not painted again.
 * @param names Of the layers, in the user's language.
 */
export function labelDocument(
  id: string,
  labels: LabelMap,
  other: number,
  names: { readonly labels: string; readonly photo: string },
): LabelDocument {
  const raster = enlarged(labels)
  const layer = { visible: true, locked: false }
  return {
    structure: {
      id: `correction-${id}`.slice(0, 100),
      name: '',
      width: raster.width,
      height: raster.height,
      backdropClassId: other,
      rootIds: [LABELS_LAYER, PHOTO_LAYER],
      layers: {
        [LABELS_LAYER]: { ...layer, id: LABELS_LAYER, kind: 'label', name: names.labels, opacity: LABELS_OPACITY },
        [PHOTO_LAYER]: {
          ...layer,
          id: PHOTO_LAYER,
          kind: 'photo',
          name: names.photo,
          opacity: 1,
          pictureId: PHOTO_LAYER,
        },
      },
      activeLayerId: LABELS_LAYER,
    },
    rasters: new Map([[LABELS_LAYER, raster]]),
  }
}

/**
 * A copy to paint in, enlarged by a whole factor, so that labels that are kept untouched keep every edge in its place.
 */
function enlarged({ width, height, data }: LabelMap): LabelRaster {
  const step = Math.max(1, Math.ceil(FINE_ENOUGH / Math.max(width, height)))
  const copy = new Uint8Array(width * step * height * step)
  for (let index = 0; index < copy.length; index += 1) {
    const x = Math.floor((index % (width * step)) / step)
    const y = Math.floor(index / (width * step * step))
    copy[index] = data[y * width + x] ?? 0
  }
  return { width: width * step, height: height * step, data: copy }
}

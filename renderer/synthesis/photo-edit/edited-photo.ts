import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { OpenPhoto } from '../../../electron/contract/open-photo.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { PhotoPixels } from '../../../electron/contract/photo-pixels.ts'

/** A photo that is being edited, with what stays the same during the edit. */
export interface EditedPhoto {
  readonly photo: OpenPhoto
  /** The pack to whose classes the labels refer. */
  readonly manifest: Pick<PackManifest, 'id' | 'version'>
  /** What the unchanged photo shows, at the size of the document. */
  readonly before: LabelMap
  /** The photo at its working size with these labels; always the same object, so that it travels to the host once. */
  readonly original: Exemplar
  /** The photo in sRGB at the size of previews. */
  readonly small: PhotoPixels
}

/** How a change is made, apart from where. */
export interface EditSettings {
  /**
   * How far the change reaches past what was painted, as a share of the photo's longer side; null = as far as the seam
   * needs.
   */
  readonly margin: number | null
  /** Over how much of that it fades out, 0..1. */
  readonly feather: number
  /** Another number gives another picture of the same change. */
  readonly seed: number
}

export const initialEditSettings: EditSettings = { margin: null, feather: 1, seed: 0 }

/** Layers of a document that edits a photo. Their names in files never change. */
export const PHOTO_LAYERS = {
  labels: 'photo-labels',
  anew: 'photo-anew',
  keep: 'photo-keep',
  original: 'photo-original',
} as const

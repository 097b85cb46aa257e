import type { PhotoPixels } from '../../contract/photo-pixels.ts'

/** What a photo's file says beside its pixels, each part as the standards store it. */
export interface PhotoMetadata {
  /** ICC profile of the pixel values; absent means sRGB. */
  readonly icc?: Uint8Array
  /** A TIFF structure without the `Exif` prefix, as it was read: orientation and thumbnail still those of the camera. */
  readonly exif?: Uint8Array
  /** XMP packet, UTF-8. */
  readonly xmp?: Uint8Array
}

/** A photo with everything that has to survive an edit. The orientation has been applied to the pixels. */
export interface PhotoFile {
  readonly pixels: PhotoPixels
  readonly metadata: PhotoMetadata
}

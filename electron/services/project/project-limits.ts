import { MAXIMUM_IMAGE_SIDE } from '../../contract/image-size.ts'

const MEBIBYTE = 1024 ** 2

/**
 * What a project and its journal may hold: far above any real document, far below what hurts a machine. One table for
 * those who write and those who read, so that nothing is written that is refused afterwards.
 */
export const PROJECT_LIMITS = {
  /** Bytes of a whole `.cocanvas` file. */
  fileBytes: 1024 * MEBIBYTE,
  /** Bytes of a picture, or of a layer's PNG. */
  partBytes: 256 * MEBIBYTE,
  /** Bytes of a JSON file. */
  jsonBytes: 64 * MEBIBYTE,
  /** Bytes that all compressed files together unpack to: what is stored costs its size on the disk, this costs nothing. */
  inflatedBytes: 256 * MEBIBYTE,
  /** Pixels of all label layers: 512 layers of 1024². A small file can declare far more. */
  labelPixels: 2 ** 29,
  /** Longest side of a layer in pixels. */
  side: MAXIMUM_IMAGE_SIDE,
  /** Bytes of one journal step, unpacked. */
  stepBytes: 256 * MEBIBYTE,
} as const

/** A number of bytes as a user reads it. */
export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / MEBIBYTE)} MB`
}

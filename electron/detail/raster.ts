/** Colours of a picture, RGB interleaved, 8-bit steps 0..255 (fractions where the type has them). */
export interface Colours {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array | Float32Array
}

/** One class id per pixel. In a source, `FORBIDDEN` marks pixels that must not be copied. */
export interface Labels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/**
 * What is left of a picture without its light (see `ClassLight`): RGB interleaved, in 1/64 of an 8-bit step, so that a
 * 16-bit photo keeps its fineness.
 */
export interface Texture {
  readonly width: number
  readonly height: number
  readonly data: Int16Array
}

/** Steps of a texture per 8-bit step. */
export const TEXTURE_STEPS = 64

/** No class: a pixel of a source that must not be copied. */
export const FORBIDDEN = 255

/** Lets waiting messages be read between pieces of work, and throws when the work is to end. */
export type Checkpoint = () => Promise<void>

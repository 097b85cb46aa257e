/** Pixels of a photo, interleaved, 8 or 16 bits a channel; a fourth channel is transparency and is left alone. */
export interface PhotoPixels {
  readonly width: number
  readonly height: number
  readonly channels: 3 | 4
  readonly data: Uint8Array | Uint16Array
}

/** Channel-first float32 planes: `data[(channel * height + y) * width + x]`. */
export interface DenseChannels {
  readonly channels: number
  readonly height: number
  readonly width: number
  readonly data: Float32Array
}

/** One channel number per pixel, row by row from the top left. */
export interface ChannelIndices {
  readonly height: number
  readonly width: number
  readonly data: Int32Array
}

/** One byte per pixel, row by row from the top left: a grey image, or a mask (zero = outside). */
export interface BytePlane {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/**
 * What a byte becomes in a dense condition: level / 255 in float32, as `torchvision.transforms.ToTensor` does.
 * A table, because the same 256 quotients are needed for every pixel of every channel.
 */
export const UNIT_LEVELS: Float32Array = Float32Array.from({ length: 256 }, (_, level) => level / 255)

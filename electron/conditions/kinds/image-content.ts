import type { ContentPart } from '../condition-module.ts'

/** What decides an image's content. */
export function imageContent(image: {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array | Float32Array
}): readonly ContentPart[] {
  return [image.width, image.height, image.data]
}

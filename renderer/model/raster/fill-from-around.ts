import type { ImageSize } from '../../../electron/contract/image-size.ts'

/**
 * Gives pixels the value of the nearest other pixel, counted in steps across and down.
 *
 * @param data width × height bytes, changed in place
 * @param given whether a pixel gets another value
 * @param source whether a pixel may give its own
 * @param otherwise the value where no source is
 */
export function fillFromAround(
  data: Uint8Array,
  { width }: Pick<ImageSize, 'width'>,
  given: (pixel: number) => boolean,
  source: (pixel: number) => boolean,
  otherwise: number,
): void {
  const open = Uint8Array.from(data, (_, pixel) => (given(pixel) ? 1 : 0))
  const queue = new Uint32Array(data.length)
  let last = 0
  for (let pixel = 0; pixel < data.length; pixel += 1) if (open[pixel] === 0 && source(pixel)) queue[last++] = pixel
  const reach = (pixel: number, value: number): void => {
    if (open[pixel] !== 1) return
    open[pixel] = 0
    data[pixel] = value
    queue[last++] = pixel
  }
  for (let next = 0; next < last; next += 1) {
    const pixel = queue[next] ?? 0
    const value = data[pixel] ?? otherwise
    const column = pixel % width
    if (column > 0) reach(pixel - 1, value)
    if (column < width - 1) reach(pixel + 1, value)
    reach(pixel - width, value)
    reach(pixel + width, value)
  }
  for (let pixel = 0; pixel < data.length; pixel += 1) if (open[pixel] === 1) data[pixel] = otherwise
}

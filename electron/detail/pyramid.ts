import { FORBIDDEN, type Colours, type Labels } from './raster.ts'

/** A picture at half size (sides rounded up): means of two by two pixels. */
export function halvedColours({ width, height, data }: Colours): Colours {
  const halfWidth = (width + 1) >> 1
  const halfHeight = (height + 1) >> 1
  const half = new Float32Array(halfWidth * halfHeight * 3)
  for (let y = 0; y < halfHeight; y++) {
    const upper = y * 2 * width * 3
    const lower = Math.min(y * 2 + 1, height - 1) * width * 3
    for (let x = 0, out = y * halfWidth * 3; x < halfWidth; x++, out += 3) {
      const left = x * 6
      const right = Math.min(x * 2 + 1, width - 1) * 3
      const a = upper + left
      const b = upper + right
      const c = lower + left
      const d = lower + right
      half[out] = ((data[a] ?? 0) + (data[b] ?? 0) + (data[c] ?? 0) + (data[d] ?? 0)) / 4
      half[out + 1] = ((data[a + 1] ?? 0) + (data[b + 1] ?? 0) + (data[c + 1] ?? 0) + (data[d + 1] ?? 0)) / 4
      half[out + 2] = ((data[a + 2] ?? 0) + (data[b + 2] ?? 0) + (data[c + 2] ?? 0) + (data[d + 2] ?? 0)) / 4
    }
  }
  return { width: halfWidth, height: halfHeight, data: half }
}

/** Labels at half size: the class that two of four pixels share, else the first; forbidden where any pixel is. */
export function halvedLabels({ width, height, data }: Labels): Labels {
  const halfWidth = (width + 1) >> 1
  const halfHeight = (height + 1) >> 1
  const half = new Uint8Array(halfWidth * halfHeight)
  for (let y = 0; y < halfHeight; y++) {
    const upper = y * 2 * width
    const lower = Math.min(y * 2 + 1, height - 1) * width
    for (let x = 0; x < halfWidth; x++) {
      const left = x * 2
      const right = Math.min(left + 1, width - 1)
      const a = data[upper + left] ?? 0
      const b = data[upper + right] ?? 0
      const c = data[lower + left] ?? 0
      const d = data[lower + right] ?? 0
      half[y * halfWidth + x] =
        a === FORBIDDEN || b === FORBIDDEN || c === FORBIDDEN || d === FORBIDDEN
          ? FORBIDDEN
          : a === b || a === c || a === d
            ? a
            : b === c || b === d
              ? b
              : c === d
                ? c
                : a
    }
  }
  return { width: halfWidth, height: halfHeight, data: half }
}

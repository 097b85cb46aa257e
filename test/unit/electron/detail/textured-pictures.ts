import type { Colours, Labels } from '../../../../electron/detail/raster.ts'

/** Grey noise around a colour that depends on the class: sky smooth and blue, grass rough and green, water in stripes. */
export const SKY = 3
export const GRASS = 10
export const WATER = 22

/** Labels by a rule over pixels. */
export function drawnLabels(width: number, height: number, classAt: (x: number, y: number) => number): Labels {
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data[y * width + x] = classAt(x, y)
  return { width, height, data }
}

/** A picture that shows what the labels say, each class with a texture of its own; the same each time. */
export function texturedPicture({ width, height, data: labels }: Labels, roughness = 1): Colours {
  const data = new Uint8Array(width * height * 3)
  let state = 12345
  for (let at = 0; at < labels.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    const noise = ((state >>> 16) & 255) / 255 - 0.5
    const y = Math.floor(at / width)
    const label = labels[at]
    if (label === SKY) data.set([110 + noise * 4 * roughness, 150 + noise * 4 * roughness, 210], at * 3)
    else if (label === GRASS) data.set([60 + noise * 60 * roughness, 120 + noise * 80 * roughness, 50], at * 3)
    else data.set([40, 70 + (y % 6 < 3 ? 30 : 0) * roughness, 130 + noise * 10 * roughness], at * 3)
  }
  return { width, height, data }
}

/** Root mean square of what differs between neighbours in a row, over the pixels of a class. */
export function detailOf(picture: Colours, labels: Labels, label: number): number {
  let sum = 0
  let count = 0
  for (let at = 1; at < labels.data.length; at++) {
    if (labels.data[at] !== label || labels.data[at - 1] !== label || at % labels.width === 0) continue
    for (let channel = 0; channel < 3; channel++) {
      const step = (picture.data[at * 3 + channel] ?? 0) - (picture.data[at * 3 - 3 + channel] ?? 0)
      sum += step * step
    }
    count++
  }
  return Math.sqrt(sum / Math.max(1, count))
}

import type { LabelMap } from '../contract/label-map.ts'

/**
 * Labels without what scaling did to their borders: a difference from the photo's own labels that is nowhere three pixels
 * wide is not an edit that a person made. Needed only where labels were drawn at another size than the photo's own.
 */
export function withoutBorderNoise(before: LabelMap, after: LabelMap): LabelMap {
  const { width, height } = before
  const wide = new Uint8Array(before.data.length)
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      let all = true
      for (let row = y - 1; row <= y + 1 && all; row++)
        for (let at = row * width + x - 1; at <= row * width + x + 1; at++)
          if (before.data[at] === after.data[at]) all = false
      if (!all) continue
      for (let row = y - 1; row <= y + 1; row++) wide.fill(1, row * width + x - 1, row * width + x + 2)
    }
  return { ...after, data: after.data.map((label, at) => (wide[at] === 1 ? label : (before.data[at] ?? label))) }
}

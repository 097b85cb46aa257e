import type { LabelMap } from '../../../../../electron/contract/label-map.ts'
import type { ProjectContent } from '../../../../../electron/contract/project-content.ts'

/** Labels whose every value depends on its place, so that a shifted or transposed layer shows. */
export function sampleLabels(width: number, height: number, seed = 0): LabelMap {
  return { width, height, data: Uint8Array.from({ length: width * height }, (_, place) => (place * 7 + seed) % 251) }
}

/** A project with one of everything. */
export function sampleProject(): ProjectContent {
  return {
    document: { formatVersion: 1, title: 'Lake', layers: [{ id: 'ground', visible: true, opacity: 0.5 }] },
    labelLayers: [
      { id: 'ground', labels: sampleLabels(96, 64) },
      { id: 'clouds', labels: sampleLabels(96, 64, 3) },
    ],
    pictures: [{ id: 'exemplar-1', mediaType: 'image/jpeg', bytes: Uint8Array.of(0xff, 0xd8, 1, 2, 3) }],
    thumbnail: Uint8Array.of(1, 2, 3, 4),
  }
}

import type { LabelMap } from '../../electron/contract/label-map.ts'
import type { ProjectContent } from '../../electron/contract/project-content.ts'
import type { ProjectChange } from '../../electron/contract/project-journal.ts'
import { crc32 } from '../../electron/files/checksum.ts'

const SIDE = 16

export function smallLabels(): LabelMap {
  return { width: SIDE, height: SIDE, data: Uint8Array.from({ length: SIDE * SIDE }, (_, place) => place % 7) }
}

export function smallProject(): ProjectContent {
  return {
    document: { formatVersion: 1, title: 'Torture', layers: [{ id: 'ground', opacity: 0.5 }] },
    labelLayers: [{ id: 'ground', labels: smallLabels() }],
    pictures: [{ id: 'photo', mediaType: 'image/jpeg', bytes: Uint8Array.of(0xff, 0xd8, 1, 2, 3) }],
    thumbnail: Uint8Array.of(1, 2, 3),
  }
}

export function smallChange(): ProjectChange {
  return {
    document: { formatVersion: 1 },
    labelLayers: [{ id: 'ground', labels: smallLabels() }],
    patches: [{ layerId: 'ground', x: 1, y: 1, width: 2, height: 2, data: Uint8Array.of(1, 2, 3, 4) }],
  }
}

/** A record of a journal's log with a correct checksum. */
export function logRecord(content: Uint8Array): Buffer {
  const record = Buffer.alloc(8 + content.length)
  record.writeUInt32LE(content.length, 0)
  record.writeUInt32LE(crc32(content), 4)
  record.set(content, 8)
  return record
}

import type { ExemplarEntry } from '../../contract/exemplar-library.ts'
import type { ExemplarRecord } from './exemplar-record.ts'
import type { SampleExemplar } from './sample-exemplars.ts'

/** A photo of the user's own as the window lists it. */
export function entryOfOwn(id: string, record: ExemplarRecord): ExemplarEntry {
  return { id, origin: 'own', title: record.title ?? id, ...sharedFields(record), tags: record.tags ?? [] }
}

/** A shipped photo, with what the user did with it. */
export function entryOfSample(
  { id, title, tags, attribution, annotator, labels }: SampleExemplar,
  record: ExemplarRecord,
): ExemplarEntry {
  return {
    id,
    origin: 'sample',
    title,
    attribution,
    ...(annotator === undefined ? {} : { annotator }),
    ...(labels === undefined ? {} : { labelsOrigin: labels.origin }),
    ...sharedFields(record),
    tags: record.tags ?? [...tags],
  }
}

function sharedFields(
  record: ExemplarRecord,
): Pick<ExemplarEntry, 'width' | 'height' | 'frame' | 'addedAt' | 'usedAt' | 'readFor'> {
  const { width, height, frame, addedAt, usedAt } = record
  return {
    width,
    height,
    ...(frame === undefined ? {} : { frame }),
    ...(addedAt === undefined ? {} : { addedAt }),
    ...(usedAt === undefined ? {} : { usedAt }),
    readFor: [...new Set([...Object.keys(record.readings), ...Object.keys(record.labels)])],
  }
}

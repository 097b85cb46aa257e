import { idsOf, syntheticBands } from '../../bench/synthetic-inputs.ts'
import { readLayout } from '../read-layout.ts'
import type { ConditionReader } from './condition-reader.ts'

/** A PNG of class ids, or painted in the pack's colours. */
export const labelsReader: ConditionReader = {
  takes: [],
  listed: { extensions: ['.png'], folders: false },
  shownChannels: 1,
  async read(manifest, { layout, onNotice }) {
    const labels = await readLayout(layout, manifest, onNotice)
    return { condition: { kind: 'labels', labels }, drawn: { width: labels.width, height: labels.height } }
  },
  synthetic: ({ classes }, size, shift) => ({ kind: 'labels', labels: syntheticBands(idsOf(classes), size, shift) }),
}

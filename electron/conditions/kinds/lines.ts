import type { ConditionModule } from '../condition-module.ts'
import { lineChannels } from '../edges/line-channels.ts'
import { denseEncoding } from './dense-encoding.ts'

/** Edges drawn by hand, for packs of edges. */
export const linesCondition: ConditionModule<'lines'> = {
  thing: 'lines drawn by hand',
  entryFor: (_, entries) => entries.find(({ kind }) => kind === 'edges'),
  encode: (condition, encoding, size) => denseEncoding(lineChannels(condition, size, encoding), encoding),
  content: ({ width, height, lines }) => [width, height, JSON.stringify(lines)],
  fit: (condition) => condition,
}

import type { ConditionKind } from '../../../contract/condition-kind.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import { UsageError } from '../../arguments/usage-error.ts'
import type { ConditionReader } from './condition-reader.ts'
import { edgesReader } from './edges-reader.ts'
import { labelsReader } from './labels-reader.ts'
import { masksReader } from './masks-reader.ts'
import { poseReader } from './pose-reader.ts'

/** How each kind of condition is read; the compiler names the kind that is missing. */
const READERS: Readonly<Record<ConditionKind, ConditionReader>> = {
  labels: labelsReader,
  masks: masksReader,
  edges: edgesReader,
  pose: poseReader,
}

/** The reader of a kind. */
export function readerOf(kind: ConditionKind): ConditionReader {
  return READERS[kind]
}

/**
 * The kind in which an exemplar's condition is given: the picture's own, unless its graph takes class numbers where the
 * picture's takes channels, as that of a pack of masks and edges does.
 */
export function exemplarKind({ stages, inputs, conditions }: PackManifest, kind: ConditionKind): ConditionKind {
  const input = stages.flatMap((stage) => stage.inputs).find(({ name }) => inputs[name] === 'exemplar-condition')
  const fits = ({ encoding }: PackManifest['conditions'][number]): boolean =>
    (encoding === 'index') === (input?.dtype === 'int32')
  const own = conditions.find((one) => one.kind === kind)
  if (input === undefined || (own !== undefined && fits(own))) return kind
  return conditions.find(fits)?.kind ?? kind
}

/**
 * The kind of condition that a pack is read for: the one wished for, else its first.
 * @throws UsageError when the pack does not take it
 */
export function chosenKind({ id, conditions }: PackManifest, wish?: ConditionKind): ConditionKind {
  const kinds = conditions.map(({ kind }) => kind)
  const kind = wish ?? kinds[0]
  if (kind !== undefined && kinds.includes(kind)) return kind
  throw new UsageError(`${id} takes ${kinds.join(' or ')}, not ${String(wish)}; give --condition one of these.`)
}

import type { SelfTestReport } from '../../contract/execution-provider.ts'
import { aligned } from '../arguments/help-text.ts'
import { bytesText } from '../output/units.ts'
import type { DoctorReport } from './examine.ts'

/** The doctor's findings for people, one line each. */
export function reportText(report: DoctorReport): string {
  const { node, machine, runtime, packs, annotators, dataFolder } = report
  const rows: (readonly [string, string])[] = [
    ['Node', `${node.version}${node.supported ? '' : ' (too old: Cocanvas needs 20 or newer)'}`],
    ['Machine', `${machine.platform}, ${machine.processor}, ${String(machine.cores)} cores`],
    ['Memory', `${bytesText(machine.freeMemoryBytes)} free of ${bytesText(machine.memoryBytes)}`],
    ['Threads', String(report.threads)],
    ['onnxruntime', runtime.version ?? 'does not start'],
    ...(runtime.selfTest === undefined ? [] : providerRows(runtime.selfTest)),
    ...(runtime.fault === undefined ? [] : [['Fault', runtime.fault] as const]),
    ...packs.map(({ id, message }) => ['Pack', `${id}: ${message ?? 'whole'}`] as const),
    ...(packs.length === 0 ? [['Pack', 'none is installed'] as const] : []),
    ...annotators.map(({ id, message }) => ['Annotator', `${id}: ${message ?? 'whole'}`] as const),
    ['Data folder', `${dataFolder.path}${dataFolder.writable ? '' : ' (not writable)'}`],
  ]
  return `${aligned(rows).join('\n')}\n`
}

function providerRows({ rows, chosen }: SelfTestReport): readonly (readonly [string, string])[] {
  return rows.map(({ provider, outcome, message }) => {
    return [`  ${provider}`, `${outcome}${provider === chosen ? ' (used)' : ''}: ${message}`] as const
  })
}

import { officialMeasurementSchema, type OfficialMeasurement } from './official-measurement.ts'

/** How many times as fast a stroke must be. */
const FASTER_THAN_PYTORCH = 2.5
const EIGHT_BITS_FASTER_THAN_PYTORCH = 3
const FASTER_THAN_DENSE = 1.5

type Engine = OfficialMeasurement['engine']

/** One way of running over all rounds: medians of times, the highest memory. */
interface Summary {
  readonly first: number
  readonly stroke: number
  readonly processor: number
  readonly peakBytes: number
}

export interface Comparison {
  readonly summaries: Readonly<Record<Engine, Summary>>
  /** The demands in words, and whether each is met. */
  readonly demands: readonly (readonly [demand: string, met: boolean])[]
  readonly met: boolean
}

/** Compares what the measuring programs printed. */
export function compareEngines(printed: readonly unknown[]): Comparison {
  const measurements = printed.map((value) => officialMeasurementSchema.parse(value))
  const of = (engine: Engine): Summary => summary(measurements.filter((measurement) => measurement.engine === engine))
  const summaries = { pytorch: of('pytorch'), dense: of('dense'), stages: of('stages'), int8: of('int8') }
  const { pytorch, dense, stages, int8 } = summaries
  const ratio = (other: number, ours: number): string => `${(other / ours).toFixed(2)} ×`
  const demands = [
    [
      `a stroke ${ratio(pytorch.stroke, stages.stroke)} as fast as PyTorch's (${FASTER_THAN_PYTORCH} demanded; by processor time ${ratio(pytorch.processor, stages.processor)})`,
      pytorch.stroke >= FASTER_THAN_PYTORCH * stages.stroke,
    ],
    [
      `a stroke ${ratio(dense.stroke, stages.stroke)} as fast as the dense graph's (${FASTER_THAN_DENSE} demanded; by processor time ${ratio(dense.processor, stages.processor)})`,
      dense.stroke >= FASTER_THAN_DENSE * stages.stroke,
    ],
    [
      `a stroke in eight bits ${ratio(pytorch.stroke, int8.stroke)} as fast as PyTorch's (${EIGHT_BITS_FASTER_THAN_PYTORCH} demanded; by processor time ${ratio(pytorch.processor, int8.processor)})`,
      pytorch.stroke >= EIGHT_BITS_FASTER_THAN_PYTORCH * int8.stroke,
    ],
    ['less memory than both', stages.peakBytes < Math.min(pytorch.peakBytes, dense.peakBytes)],
    ['a first picture, loading included, no later than the dense graph’s', stages.first <= dense.first],
  ] as const
  return { summaries, demands, met: demands.every(([, met]) => met) }
}

/** For people and for Markdown. */
export function comparisonTable({ summaries, demands }: Comparison): string {
  const titles: Readonly<Record<Engine, string>> = {
    pytorch: 'PyTorch',
    dense: 'one dense ONNX graph',
    stages: 'the imported pack',
    int8: 'the same with --precision int8',
  }
  const rows = (['pytorch', 'dense', 'stages', 'int8'] as const).map((engine) => {
    const { first, stroke, processor, peakBytes } = summaries[engine]
    const cells = [seconds(first), seconds(stroke), seconds(processor), `${Math.round(peakBytes / 1e6)} MB`]
    return `| ${titles[engine]} | ${cells.join(' | ')} |`
  })
  return [
    '| | load and first picture | stroke | its processor time | peak memory |',
    '|---|---|---|---|---|',
    ...rows,
    ...demands.map(([demand, met]) => `${met ? 'met' : 'MISSED'}: ${demand}`),
  ].join('\n')
}

function summary(measurements: readonly OfficialMeasurement[]): Summary {
  return {
    first: median(measurements.map((one) => one.loadMilliseconds + one.firstPictureMilliseconds)),
    stroke: median(measurements.flatMap((one) => one.strokeMilliseconds)),
    processor: median(measurements.flatMap((one) => one.strokeProcessorMilliseconds)),
    peakBytes: Math.max(...measurements.map((one) => one.peakBytes)),
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

import path from 'node:path'
import { z } from 'zod'

import { OFFICIAL_VARIANTS } from '../../electron/importer/architecture/official-variant.ts'
import type { GraphTensor } from '../../electron/importer/conversion/graph-runner.ts'
import { selfTestInputs } from '../../electron/importer/conversion/self-test-inputs.ts'
import { OFFICIAL_STAGES } from '../../electron/importer/graphs/stages/official-stage.ts'
import type { RuntimeSession } from '../../electron/inference/runtime/inference-runtime.ts'
import { OnnxRuntime } from '../../electron/inference/runtime/onnx-runtime.ts'
import { officialMeasurementSchema } from './official-measurement.ts'

/**
 * A program: measures graphs in the product's own runtime and prints an OfficialMeasurement. Each way of running needs a
 * process of its own, because the peak of resident memory is the process's.
 *
 *   node measure-graphs.mjs dense|stages|int8 FOLDER VARIANT STROKES
 */
const argumentsSchema = z.tuple([
  z.enum(['dense', 'stages', 'int8']),
  z.string(),
  z.string(),
  z.coerce.number().int().min(1),
])

const THREADS = 2

const [engine, folder, variantId, strokes] = argumentsSchema.parse(process.argv.slice(2))
const variant = OFFICIAL_VARIANTS.find(({ id }) => id === variantId)
if (variant === undefined) throw new Error(`there is no variant ${variantId}`)
const names = engine === 'dense' ? ['dense'] : OFFICIAL_STAGES.filter((stage) => stage !== 'correspondence')

const known = new Map<string, GraphTensor>(selfTestInputs(variant))
const started = performance.now()
const sessions = new Map<string, RuntimeSession>()
for (const name of names) {
  const file = path.join(folder, `${name}.onnx`)
  sessions.set(name, await new OnnxRuntime().createSession(file, { provider: 'cpu', threads: THREADS }))
}
const loaded = performance.now()
await picture(names)
const finished = performance.now()

// While a user paints, the exemplar's stage is cached; the dense graph cannot keep anything.
const walls: number[] = []
const processors: number[] = []
for (let stroke = 0; stroke < strokes; stroke++) {
  const [wall, processor] = [performance.now(), process.cpuUsage()]
  await picture(names.filter((name) => name !== 'exemplar'))
  walls.push(performance.now() - wall)
  const { user, system } = process.cpuUsage(processor)
  processors.push((user + system) / 1000)
}
console.log(
  JSON.stringify(
    officialMeasurementSchema.parse({
      engine,
      loadMilliseconds: loaded - started,
      firstPictureMilliseconds: finished - loaded,
      strokeMilliseconds: walls,
      strokeProcessorMilliseconds: processors,
      peakBytes: process.resourceUsage().maxRSS * 1024,
    }),
  ),
)

async function picture(stages: readonly string[]): Promise<void> {
  for (const stage of stages) {
    const session = sessions.get(stage)
    if (session === undefined) throw new Error(`${stage} is not loaded`)
    const feeds = new Map(session.inputs.map(({ name }) => [name, source(name)]))
    for (const [name, tensor] of await session.run(feeds)) known.set(name, tensor)
  }
}

function source(name: string): GraphTensor {
  const tensor = known.get(name)
  if (tensor === undefined) throw new Error(`nothing gives ${name}`)
  return tensor
}

import { CocanvasError } from '../../contract/error-codes.ts'
import type { GraphModel } from '../graphs/onnx/graph-model.ts'
import { OFFICIAL_STAGES, type OfficialStage } from '../graphs/stages/official-stage.ts'
import type { GraphTensors } from './graph-runner.ts'

/** Runs every stage once, each with the sources and earlier outputs that it names; gives all tensors by name. */
export async function runStages(
  sources: GraphTensors,
  run: (stage: OfficialStage, known: GraphTensors) => Promise<GraphTensors>,
): Promise<GraphTensors> {
  const known = new Map(sources)
  for (const stage of OFFICIAL_STAGES) for (const [name, tensor] of await run(stage, known)) known.set(name, tensor)
  return known
}

/** The tensors that a graph's inputs name. @throws RangeError where one is missing */
export function feedsOf(graph: GraphModel, known: GraphTensors): GraphTensors {
  return new Map(
    graph.inputs.map(({ name }) => {
      const tensor = known.get(name)
      if (tensor === undefined) throw new RangeError(`nothing gives the input ${name}`)
      return [name, tensor]
    }),
  )
}

/** A graph must give what its manifest will promise. @throws CocanvasError `internal` naming the first output that differs */
export function requireDeclared(graph: GraphModel, outputs: GraphTensors): void {
  for (const { name, type, shape } of graph.outputs) {
    const found = outputs.get(name)
    const fits = found?.dtype === type && found.shape.join() === shape.join()
    if (!fits)
      throw new CocanvasError(
        'internal',
        `The converted graph ${graph.name} gives ${name} as [${found?.shape.join() ?? 'nothing'}] where [${shape.join()}] was declared, so no pack was written; please report it with the checkpoint's name.`,
      )
  }
}

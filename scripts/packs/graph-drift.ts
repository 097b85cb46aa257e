import type { GraphDescription, TensorDescription } from '../../electron/contract/pack-stage.ts'

/** What a loaded graph says about itself. */
export interface GraphFacts {
  readonly inputs: readonly TensorDescription[]
  readonly outputs: readonly TensorDescription[]
}

/** Sentences about every tensor on which a manifest and the graph it describes disagree; none when they agree. */
export function graphDrift(
  stage: Pick<GraphDescription, 'file' | 'inputs' | 'outputs'>,
  graph: GraphFacts,
): readonly string[] {
  return [
    ...tensorDrift(`${stage.file} input`, stage.inputs, graph.inputs),
    ...tensorDrift(`${stage.file} output`, stage.outputs, graph.outputs),
  ]
}

function tensorDrift(
  what: string,
  described: readonly TensorDescription[],
  actual: readonly TensorDescription[],
): readonly string[] {
  const names = new Set([...described, ...actual].map(({ name }) => name))
  return [...names].flatMap((name) => {
    const said = writtenOut(described.find((tensor) => tensor.name === name))
    const found = writtenOut(actual.find((tensor) => tensor.name === name))
    return said === found ? [] : [`${what} ${name} is ${found} in the graph and ${said} in the manifest`]
  })
}

function writtenOut(tensor: TensorDescription | undefined): string {
  return tensor === undefined ? 'missing' : `${tensor.dtype} [${tensor.shape.join(', ')}]`
}

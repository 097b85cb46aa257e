import { nameOf, readAttribute, renamed, type OnnxModel, type OnnxNode } from './onnx-model.ts'

/** A pack's graph by its stage's name. */
export interface StageModel {
  readonly stage: string
  readonly model: OnnxModel
}

/** AttributeProto.AttributeType of sub-graphs. */
const GRAPH_TYPES: ReadonlySet<number> = new Set([5, 10])

/**
 * Joins a pack's graphs, given in running order, to one: an input named like an earlier output receives that value, the
 * others become inputs of the whole, and the last graph's outputs its outputs.
 *
 * @throws when a graph holds sub-graphs, whose names would have to be followed
 */
export function joinStages(stages: readonly StageModel[]): OnnxModel {
  const produced = new Map<string, string>()
  const inputs = new Map<string, Uint8Array>()
  const nodes: OnnxNode[] = []
  const initializers: Uint8Array[] = []
  let outputs: Uint8Array[] = []
  for (const { stage, model } of stages) {
    const { graph } = model
    const own = `${stage}/`
    const outside = new Map<string, string>([['', '']])
    for (const input of graph.input) {
      const name = nameOf('NamedValue', input)
      outside.set(name, produced.get(name) ?? name)
      if (!produced.has(name)) inputs.set(name, input)
    }
    const global = (name: string): string => outside.get(name) ?? own + name
    nodes.push(...graph.node.map((node) => movedNode(node, global)))
    initializers.push(
      ...graph.initializer.map((tensor) => renamed('NamedTensor', tensor, global(nameOf('NamedTensor', tensor)))),
    )
    outputs = graph.output.map((output) => renamed('NamedValue', output, global(nameOf('NamedValue', output))))
    for (const output of graph.output) {
      const name = nameOf('NamedValue', output)
      produced.set(name, global(name))
    }
  }
  const graph = { name: 'joined', node: nodes, initializer: initializers, input: [...inputs.values()], output: outputs }
  return {
    irVersion: Math.max(...stages.map(({ model }) => model.irVersion)),
    opsetImport: operatorSets(stages),
    graph,
  }
}

function movedNode(node: OnnxNode, global: (name: string) => string): OnnxNode {
  if (node.attribute.some((attribute) => GRAPH_TYPES.has(readAttribute(attribute).type)))
    throw new Error(`${node.opType} ${node.name} holds a sub-graph, which cannot be joined`)
  return {
    ...node,
    name: global(node.name),
    input: node.input.map(global),
    output: node.output.map(global),
  }
}

/** One version per domain: the newest, which onnxruntime reads as well as the older ones of the same graphs. */
function operatorSets(stages: readonly StageModel[]): OnnxModel['opsetImport'] {
  const versions = new Map<string, number>()
  for (const { domain, version } of stages.flatMap(({ model }) => model.opsetImport))
    versions.set(domain, Math.max(version, versions.get(domain) ?? 0))
  return [...versions].map(([domain, version]) => ({ domain, version }))
}

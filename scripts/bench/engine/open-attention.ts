import { intAttribute, intsAttribute, readAttribute, type OnnxModel, type OnnxNode } from './onnx-model.ts'

/**
 * The same graph with every streaming attention node (com.microsoft.MultiHeadAttention, one head) written out:
 * softmax(Q·Kᵀ)·V over the whole matrix, as a plain export of the paper's equations has it.
 *
 * @throws for an attention that is not one head at scale 1 without bias and mask
 */
export function withOpenAttention(model: OnnxModel): OnnxModel {
  const node = model.graph.node.flatMap((one) => (one.opType === 'MultiHeadAttention' ? opened(one) : [one]))
  return { ...model, graph: { ...model.graph, node } }
}

function opened(node: OnnxNode): readonly OnnxNode[] {
  const attributes = new Map(node.attribute.map(readAttribute).map((attribute) => [attribute.name, attribute]))
  const [query, key, value, ...others] = node.input
  const [output] = node.output
  const plain =
    attributes.get('num_heads')?.i === 1 && attributes.get('scale')?.f === 1 && others.every((name) => name === '')
  if (!plain || query === undefined || key === undefined || value === undefined || output === undefined)
    throw new Error(`${node.name} is an attention that the dense graph does not know`)
  const step = (
    opType: string,
    input: readonly string[],
    result: string,
    ...attribute: readonly Uint8Array[]
  ): OnnxNode => ({
    input: [...input],
    output: [result],
    name: result,
    opType,
    attribute: [...attribute],
    domain: '',
  })
  return [
    step('Transpose', [key], `${output}/keys`, intsAttribute('perm', [0, 2, 1])),
    step('MatMul', [query, `${output}/keys`], `${output}/products`),
    step('Softmax', [`${output}/products`], `${output}/matrix`, intAttribute('axis', -1)),
    step('MatMul', [`${output}/matrix`, value], output),
  ]
}

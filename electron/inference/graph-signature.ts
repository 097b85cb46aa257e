import type { TensorDescription } from '../contract/pack-stage.ts'

/** Inputs and outputs of a graph: those a manifest states, or those the runtime found in the file. */
interface GraphSignature {
  readonly inputs: readonly TensorDescription[]
  readonly outputs: readonly TensorDescription[]
}

/**
 * Where a graph differs from its manifest, as phrases such as "its output warp is missing"; empty when it fits.
 * Names, dtypes, ranks and the dimensions both sides fix must agree; free dimensions may bear any name.
 */
export function signatureFaults(stated: GraphSignature, found: GraphSignature): readonly string[] {
  return [...faults('input', stated.inputs, found.inputs), ...faults('output', stated.outputs, found.outputs)]
}

function faults(
  side: string,
  stated: readonly TensorDescription[],
  found: readonly TensorDescription[],
): readonly string[] {
  const extra = found.filter(({ name }) => !stated.some((tensor) => tensor.name === name))
  return [
    ...stated.flatMap((tensor) => {
      const actual = found.find(({ name }) => name === tensor.name)
      if (actual === undefined) return [`its ${side} ${tensor.name} is missing`]
      return sameKind(tensor, actual)
        ? []
        : [`its ${side} ${tensor.name} is ${show(actual)} where the manifest says ${show(tensor)}`]
    }),
    ...extra.map(({ name }) => `its ${side} ${name} is not in the manifest`),
  ]
}

function sameKind(stated: TensorDescription, actual: TensorDescription): boolean {
  return (
    stated.dtype === actual.dtype &&
    stated.shape.length === actual.shape.length &&
    stated.shape.every((dimension, axis) => {
      const other = actual.shape[axis]
      return typeof dimension === 'string' || typeof other === 'string' || dimension === other
    })
  )
}

function show({ dtype, shape }: TensorDescription): string {
  return `${dtype} [${shape.join(',')}]`
}

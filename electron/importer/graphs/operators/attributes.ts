import type { Attribute } from '../onnx/graph-model.ts'

/** An integer attribute of a node. */
export function int(value: number): Attribute {
  return { kind: 'int', value }
}

/** A float attribute. */
export function float(value: number): Attribute {
  return { kind: 'float', value }
}

/** A list of integers. */
export function ints(value: readonly number[]): Attribute {
  return { kind: 'ints', value }
}

/** A string attribute. */
export function text(value: string): Attribute {
  return { kind: 'text', value }
}

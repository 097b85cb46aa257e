import type { ShapeTable } from '../../electron/importer/architecture/tensor-shapes.ts'
import { hashedUniform } from '../../electron/importer/conversion/seeded-values.ts'
import { elementsOf, type TensorSource } from '../../electron/importer/graphs/weights/weight.ts'

/** The tensors of models/training/training/official/seeded_weights.py, made on demand. */
export function seededSource(shapes: ShapeTable, seed: number): TensorSource {
  const read = (key: string): Float32Array => {
    const shape = shapes.get(key)
    if (shape === undefined) throw new Error(`no tensor ${key}`)
    if (key.endsWith('weight_u')) return leftVector(key, shape, seed).unit
    if (key.endsWith('weight_v')) return rightVector(key.slice(0, -'weight_v'.length), shapes, read, seed)
    return values(key, shape, seed)
  }
  return { read: (key) => Promise.resolve(read(key)) }
}

/** The tensor made last: a right singular vector needs the weight that has just been read. */
let latest: { readonly stream: number; readonly values: Float32Array } | undefined

function values(key: string, shape: readonly number[], seed: number): Float32Array {
  const [low, high] = range(key, shape)
  const stream = keySeed(key, seed)
  if (latest?.stream === stream && latest.values.length === elementsOf(shape)) return latest.values
  const result = new Float32Array(elementsOf(shape))
  for (let index = 0; index < result.length; index++) result[index] = low + (high - low) * hashedUniform(index, stream)
  latest = { stream, values: result }
  return result
}

function range(key: string, shape: readonly number[]): readonly [number, number] {
  if (key === 'attn.gamma') return [0.4, 0.6]
  if (key.endsWith('prelu.weight')) return [0.05, 0.4]
  if (key.endsWith('bias')) return [-0.2, 0.2]
  const bound = Math.sqrt(3 / elementsOf(shape.slice(1)))
  return key.includes('mlp_gamma') ? [-0.5 * bound, 0.5 * bound] : [-bound, bound]
}

function leftVector(key: string, shape: readonly number[], seed: number): { exact: Float64Array; unit: Float32Array } {
  const stream = keySeed(key, seed)
  const exact = Float64Array.from({ length: elementsOf(shape) }, (_, index) => hashedUniform(index, stream) - 0.5)
  const norm = Math.sqrt(exact.reduce((sum, value) => sum + value ** 2, 0))
  for (const [index, value] of exact.entries()) exact[index] = value / norm
  return { exact, unit: Float32Array.from(exact) }
}

function rightVector(
  stem: string,
  shapes: ShapeTable,
  read: (key: string) => Float32Array,
  seed: number,
): Float32Array {
  const left = leftVector(`${stem}weight_u`, shapes.get(`${stem}weight_u`) ?? [], seed).exact
  const matrix = read(`${stem}weight_orig`)
  const columns = matrix.length / left.length
  const right = new Float64Array(columns)
  for (const [row, factor] of left.entries())
    for (let column = 0; column < columns; column++)
      right[column] = (right[column] ?? 0) + factor * (matrix[row * columns + column] ?? 0)
  const norm = Math.sqrt(right.reduce((sum, value) => sum + value ** 2, 0))
  return Float32Array.from(right, (value) => value / norm)
}

/** 32-bit FNV-1a of the key, starting from the offset basis XOR the seed. */
function keySeed(key: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0
  for (const byte of new TextEncoder().encode(key)) value = Math.imul(value ^ byte, 0x01000193) >>> 0
  return value
}

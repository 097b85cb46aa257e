import { halfToFloat, brainToFloat } from './narrow-floats.ts'
import type { ElementTypeName } from './element-type.ts'

/** A tensor's numbers in row-major order, in the narrowest array that holds them exactly. */
export type TensorValues =
  Float64Array | Float32Array | BigInt64Array | Int32Array | Int16Array | Int8Array | Uint8Array

/** Reads one stored element at `from` (bytes into `view`) into place `to` of values that it made itself. */
export interface ElementDecoder<Values extends TensorValues> {
  readonly values: Values
  readonly decode: (view: DataView, from: number, to: number) => void
}

type NumberReader = (view: DataView, from: number) => number

const NUMBER_READERS: Readonly<Record<ElementTypeName, NumberReader>> = {
  float64: (view, from) => view.getFloat64(from, true),
  float32: (view, from) => view.getFloat32(from, true),
  float16: (view, from) => halfToFloat(view.getUint16(from, true)),
  bfloat16: (view, from) => brainToFloat(view.getUint16(from, true)),
  int64: (view, from) => Number(view.getBigInt64(from, true)),
  int32: (view, from) => view.getInt32(from, true),
  int16: (view, from) => view.getInt16(from, true),
  int8: (view, from) => view.getInt8(from),
  uint8: (view, from) => view.getUint8(from),
  bool: (view, from) => view.getUint8(from),
}

/** Room for `count` elements without loss: float16 and bfloat16 become float32, int64 becomes bigint. */
export function exactDecoder(type: ElementTypeName, count: number): ElementDecoder<TensorValues> {
  if (type !== 'int64') return numberDecoder(type, makeNumbers(type, count))
  const values = new BigInt64Array(count)
  return {
    values,
    decode(view, from, to) {
      values[to] = view.getBigInt64(from, true)
    },
  }
}

/** Room for `count` elements as float32, rounded where that is narrower. */
export function float32Decoder(type: ElementTypeName, count: number): ElementDecoder<Float32Array<ArrayBuffer>> {
  return numberDecoder(type, new Float32Array(count))
}

function makeNumbers(type: Exclude<ElementTypeName, 'int64'>, count: number): Exclude<TensorValues, BigInt64Array> {
  switch (type) {
    case 'float64':
      return new Float64Array(count)
    case 'float32':
    case 'float16':
    case 'bfloat16':
      return new Float32Array(count)
    case 'int32':
      return new Int32Array(count)
    case 'int16':
      return new Int16Array(count)
    case 'int8':
      return new Int8Array(count)
    case 'uint8':
    case 'bool':
      return new Uint8Array(count)
  }
}

function numberDecoder<Values extends Exclude<TensorValues, BigInt64Array>>(
  type: ElementTypeName,
  values: Values,
): ElementDecoder<Values> {
  const read = NUMBER_READERS[type]
  const numbers: Exclude<TensorValues, BigInt64Array> = values
  return {
    values,
    decode(view, from, to) {
      numbers[to] = read(view, from)
    },
  }
}

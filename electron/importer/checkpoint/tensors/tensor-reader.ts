import type { ByteRange } from '../bytes/byte-range.ts'
import type { ByteSource } from '../bytes/byte-source.ts'
import { ELEMENT_BYTES, type ElementTypeName } from './element-type.ts'
import type { ReadOptions } from './read-options.ts'
import { StorageWindow } from './storage-window.ts'
import { walkAxes, walkRuns } from './strided-walk.ts'
import { elementCount, isContiguous, type TensorDescriptor } from './tensor-descriptor.ts'
import type { ElementDecoder, TensorValues } from './tensor-values.ts'

const CHUNK_BYTES = 4 * 1024 * 1024

/**
 * Reads a tensor's elements into the decoder's values, by range. Beside the values it holds a few MiB at most
 * (64 MiB for views whose axes overlap). `range` is where the tensor's storage lies.
 */
export async function readTensor<Values extends TensorValues>(
  source: ByteSource,
  range: ByteRange,
  tensor: TensorDescriptor,
  decoder: ElementDecoder<Values>,
  options: ReadOptions,
): Promise<Values> {
  options.signal?.throwIfAborted()
  if (elementCount(tensor.shape) === 0) return decoder.values
  const plain = isContiguous(tensor) && storesBytesAs(tensor.storage.elementType, decoder.values)
  if (plain) await readBytesThrough(source, range, tensor, decoder.values, options)
  else await readElements(source, range, tensor, decoder, options)
  return decoder.values
}

/** Whether the stored bytes are those of the values (all platforms that we run on are little-endian). */
function storesBytesAs(type: ElementTypeName, values: TensorValues): boolean {
  return type !== 'float16' && type !== 'bfloat16' && sameKind(type, values)
}

function sameKind(type: ElementTypeName, values: TensorValues): boolean {
  if (type === 'float32') return values instanceof Float32Array
  if (type === 'float64') return values instanceof Float64Array
  return !(values instanceof Float32Array) && !(values instanceof Float64Array)
}

async function readBytesThrough(
  source: ByteSource,
  range: ByteRange,
  tensor: TensorDescriptor,
  values: TensorValues,
  { signal, onBytes }: ReadOptions,
): Promise<void> {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  const start = range.position + tensor.offset * values.BYTES_PER_ELEMENT
  for (let done = 0; done < bytes.length; done += CHUNK_BYTES) {
    signal?.throwIfAborted()
    const chunk = bytes.subarray(done, done + CHUNK_BYTES)
    await source.readInto(start + done, chunk)
    onBytes?.(chunk.length)
  }
}

async function readElements(
  source: ByteSource,
  range: ByteRange,
  tensor: TensorDescriptor,
  { decode }: ElementDecoder<TensorValues>,
  options: ReadOptions,
): Promise<void> {
  const axes = walkAxes(tensor)
  const inner = axes.at(-1) ?? { size: 1, from: 0, to: 0 }
  const elementBytes = ELEMENT_BYTES[tensor.storage.elementType]
  const window = new StorageWindow(source, range, tensor, axes, options)
  const copyRun = (from: number, to: number, count: number): void => {
    const { view, start } = window
    let position = from * elementBytes - start
    for (let index = 0; index < count; index += 1) {
      decode(view, position, to + index * inner.to)
      position += inner.from * elementBytes
    }
    window.countElements(count)
  }
  const copyLongRun = async (from: number, to: number): Promise<void> => {
    const most = window.longestRun(inner)
    for (let done = 0; done < inner.size; done += most) {
      const count = Math.min(most, inner.size - done)
      const first = from + done * inner.from
      const last = first + (count - 1) * inner.from
      if (!window.covers(first, last)) await window.moveTo(first, last)
      copyRun(first, to + done * inner.to, count)
    }
  }
  await walkRuns(axes, (from, to) => {
    if (!window.covers(from, from + (inner.size - 1) * inner.from)) return copyLongRun(from, to)
    copyRun(from, to, inner.size)
    return undefined
  })
  window.finish()
}

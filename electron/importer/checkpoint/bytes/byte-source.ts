import { truncated } from '../checkpoint-error.ts'

/** Random access to bytes whose number is known. Nothing is held in memory between reads. */
export interface ByteSource {
  /** Bytes in all. */
  readonly size: number

  /**
   * Fills `target` with the bytes from `position` on.
   * @throws CheckpointError `truncated` where the range ends past `size`, `unreadable` where the disk fails.
   */
  readInto(position: number, target: Uint8Array): Promise<void>

  dispose(): Promise<void>
}

/** Reads `length` bytes at `position`; checks the range before allocating anything. */
export async function readBytes(
  source: ByteSource,
  position: number,
  length: number,
  what: string,
): Promise<Uint8Array<ArrayBuffer>> {
  requireRange(source.size, position, length, what)
  const bytes = new Uint8Array(length)
  await source.readInto(position, bytes)
  return bytes
}

/** @throws CheckpointError `truncated` unless `position … position + length` lies in a file of `size` bytes. */
export function requireRange(size: number, position: number, length: number, what: string): void {
  const sane = Number.isSafeInteger(position) && Number.isSafeInteger(length) && position >= 0 && length >= 0
  if (!sane || position > size || length > size - position) throw truncated(what)
}

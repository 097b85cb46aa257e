/** A stretch of a file, in bytes. */
export interface ByteRange {
  readonly position: number
  readonly length: number
}

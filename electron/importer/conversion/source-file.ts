/** A file that a pack was made from. */
export interface SourceFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

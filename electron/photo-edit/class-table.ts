/** For each class 1 or 0: a question that is asked of every cell of a map is answered fastest by a table. */
export function classTable(is: (label: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, label) => (is(label) ? 1 : 0))
}

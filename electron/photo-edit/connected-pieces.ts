/** The connected pieces (eight neighbours) of a mask's ones, width × height, each as its cells. */
export function* connectedPieces(mask: Uint8Array, width: number, height: number): Generator<readonly number[]> {
  const seen = new Uint8Array(mask.length)
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] !== 1 || seen[start] === 1) continue
    const cells = [start]
    seen[start] = 1
    // The list grows while it is walked: it holds what was found and not yet looked around.
    for (const at of cells) {
      const x = at % width
      const y = Math.floor(at / width)
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const beside = row * width + column
          if (mask[beside] !== 1 || seen[beside] === 1) continue
          seen[beside] = 1
          cells.push(beside)
        }
    }
    yield cells
  }
}

/** Stretches of pixels that follow each other, row by row through a whole plane: start and end (not included) by turns. */
export type Runs = Uint32Array

/** Where a plane is not 0. */
export function runsOf(plane: Uint8Array): Runs {
  const ends: number[] = []
  let before = 0
  for (let pixel = 0; pixel < plane.length; pixel++) {
    const here = plane[pixel] === 0 ? 0 : 1
    if (here !== before) ends.push(pixel)
    before = here
  }
  if (before !== 0) ends.push(plane.length)
  return Uint32Array.from(ends)
}

/** Sets all pixels of the runs to a value. */
export function fillRuns(target: Uint8Array | Float32Array, runs: Runs, value: number): void {
  for (let index = 0; index < runs.length; index += 2) {
    const end = runs[index + 1] ?? 0
    for (let pixel = runs[index] ?? 0; pixel < end; pixel++) target[pixel] = value
  }
}

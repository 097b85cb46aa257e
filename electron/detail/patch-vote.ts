import { PATCH, STRIDE, type SourceLevel, type TargetLevel } from './patch-levels.ts'
import type { PatchField } from './patch-field.ts'
import type { Checkpoint } from './raster.ts'

/** What a source pixel of another class than wanted counts: nothing as long as another patch has the right one. */
const OTHER_CLASS = 1e-4

/** Weights across a patch: steep, since the mean of two textures that do not fit is a blur. */
function weights(power: number): Float32Array {
  const half = PATCH / 2
  return Float32Array.from({ length: PATCH }, (_, at) => ((at < half ? at + 0.5 : PATCH - at - 0.5) / half) ** power)
}

/**
 * Pastes the patches of a field into the target's texture, cross-faded. A pixel takes what patches show of its own class;
 * another class's pixel is taken only where no patch has it.
 */
export async function vote(
  field: PatchField,
  source: SourceLevel,
  target: TargetLevel,
  power: number,
  checkpoint: Checkpoint,
): Promise<void> {
  const fade = weights(power)
  for (let row = 0; row < target.labels.height; row++) {
    if (row % 16 === 0) await checkpoint()
    voteRow(row, field, source, target, fade)
  }
}

function voteRow(
  row: number,
  { columns, x, y }: PatchField,
  { labels, codes, texture }: SourceLevel,
  { labels: { width }, texture: { data }, open, wanted }: TargetLevel,
  fade: Float32Array,
): void {
  const sourceWidth = labels.width
  const sourceData = texture.data
  const j = row >> 2
  const inY = row & 3
  for (let column = 0, at = row * width; column < width; column++, at++) {
    if (open !== undefined && open[at] !== 1) continue
    const i = column >> 2
    const inX = column & 3
    const label = (wanted[at] ?? 0) >> 1
    let sum = 0
    let red = 0
    let green = 0
    let blue = 0
    for (let each = 0; each < 4; each++) {
      const right = each & 1
      const below = each >> 1
      const patch = (j + below) * columns + i + right
      const left = x[patch] ?? -1
      if (left < 0) continue
      const dx = inX + (right === 1 ? 0 : STRIDE)
      const dy = inY + (below === 1 ? 0 : STRIDE)
      const from = ((y[patch] ?? 0) + dy) * sourceWidth + left + dx
      const weight = (fade[dx] ?? 0) * (fade[dy] ?? 0) * ((codes[from] ?? 0) >> 1 === label ? 1 : OTHER_CLASS)
      sum += weight
      red += weight * (sourceData[from * 3] ?? 0)
      green += weight * (sourceData[from * 3 + 1] ?? 0)
      blue += weight * (sourceData[from * 3 + 2] ?? 0)
    }
    if (sum === 0) continue
    data[at * 3] = red / sum
    data[at * 3 + 1] = green / sum
    data[at * 3 + 2] = blue / sum
  }
}

import { PATCH, STRIDE, type SourceLevel, type TargetLevel } from './patch-levels.ts'
import type { PatchField } from './patch-field.ts'
import type { RandomNumbers } from './random-numbers.ts'
import { TEXTURE_STEPS, type Checkpoint } from './raster.ts'

/** What a copied patch costs, in squared 8-bit steps. */
export interface SearchWeights {
  /** A pixel of another class than wanted. */
  readonly otherClass: number
  /** A pixel of the right class that is near a border where none is wanted, or the other way round. */
  readonly border: number
  /** Per squared step between the light of the source and the light wanted, times the patch's pixels. */
  readonly light: number
  /** Added per use of the same source place beyond `fairUses`, times the patch's pixels. */
  readonly repetition: number
}

export const SEARCH_WEIGHTS: SearchWeights = { otherClass: 3000, border: 800, light: 0.25, repetition: 60 }

/** Places a patch may begin, by the code of the class in its middle. */
export type ClassPlaces = ReadonlyMap<number, Int32Array>

const PIXELS = PATCH * PATCH
const SHIFT = Math.log2(TEXTURE_STEPS)

/**
 * PatchMatch (Barnes et al. 2009) over a grid of patches on one level: good sources spread to neighbours, and random ones
 * are tried at shrinking distances. Sources used often cost more (Kaspar et al. 2015), so that nothing is stamped.
 */
export class PatchSearch {
  readonly field: PatchField
  readonly #source: SourceLevel
  readonly #target: TargetLevel
  readonly #wantedLight: Float32Array
  readonly #random: RandomNumbers
  readonly #weights: SearchWeights
  readonly #costs: Float32Array
  readonly #uses: Uint16Array
  readonly #usesWidth: number
  readonly #fairUses: number
  /** 1 for patches that reach into what is to be made; absent = all. */
  readonly #open: Uint8Array | undefined

  /** @param wantedLight light at the middle of every patch of the target, columns × rows × RGB */
  constructor(
    field: PatchField,
    source: SourceLevel,
    target: TargetLevel,
    wantedLight: Float32Array,
    random: RandomNumbers,
    weights: SearchWeights = SEARCH_WEIGHTS,
  ) {
    this.field = field
    this.#source = source
    this.#target = target
    this.#wantedLight = wantedLight
    this.#random = random
    this.#weights = weights
    this.#costs = new Float32Array(field.columns * field.rows)
    this.#usesWidth = Math.ceil(source.labels.width / STRIDE)
    this.#uses = new Uint16Array(this.#usesWidth * Math.ceil(source.labels.height / STRIDE))
    this.#fairUses = 2
    this.#open = target.open === undefined ? undefined : new Uint8Array(field.x.length)
    if (this.#open !== undefined)
      for (let at = 0; at < field.x.length; at++)
        if (this.#anyOpen(at % field.columns, Math.floor(at / field.columns))) this.#open[at] = 1
    for (let at = 0; at < field.x.length; at++)
      if ((field.x[at] ?? -1) >= 0) this.#count(field.x[at] ?? 0, field.y[at] ?? 0, 1)
  }

  /** Works out what the field costs as it stands. Call it before `improve` and after the target has changed. */
  async measure(checkpoint: Checkpoint): Promise<void> {
    for (let j = 0; j < this.field.rows; j++) {
      if (j % 16 === 0) await checkpoint()
      this.#measureRow(j)
    }
  }

  #measureRow(j: number): void {
    const { columns, x, y } = this.field
    for (let i = 0; i < columns; i++) {
      const at = j * columns + i
      const column = x[at] ?? -1
      if (!this.#isOpen(i, j)) continue
      this.#costs[at] = column < 0 ? Infinity : this.#cost(i, j, column, y[at] ?? 0, Infinity)
    }
  }

  /** Tries places of the class that each patch wants. @param tries per patch */
  async scatter(places: ClassPlaces, tries: number, checkpoint: Checkpoint): Promise<void> {
    for (let j = 0; j < this.field.rows; j++) {
      if (j % 16 === 0) await checkpoint()
      this.#scatterRow(j, places, tries)
    }
  }

  #scatterRow(j: number, places: ClassPlaces, tries: number): void {
    const { columns } = this.field
    const { width } = this.#source.labels
    for (let i = 0; i < columns; i++) {
      if (!this.#isOpen(i, j)) continue
      const code = this.#classAt(i, j)
      const own = places.get(code) ?? places.get(code ^ 1)
      if (own === undefined || own.length === 0) continue
      for (let each = 0; each < tries; each++) {
        const place = own[this.#random.below(own.length)] ?? 0
        this.tryPlace(i, j, place % width, Math.floor(place / width))
      }
    }
  }

  /**
   * One pass over all patches.
   *
   * @param backward from the last patch to the first
   * @param reach pixels around the source within which random places are tried, halved until it is 1
   */
  async improve(backward: boolean, reach: number, checkpoint: Checkpoint): Promise<void> {
    const { rows } = this.field
    for (let row = 0; row < rows; row++) {
      if (row % 16 === 0) await checkpoint()
      this.#improveRow(backward ? rows - 1 - row : row, backward, reach)
    }
  }

  #improveRow(j: number, backward: boolean, reach: number): void {
    const { columns, rows, x, y } = this.field
    const step = backward ? 1 : -1
    for (let column = 0; column < columns; column++) {
      const i = backward ? columns - 1 - column : column
      if (!this.#isOpen(i, j)) continue
      const at = j * columns + i
      if (i + step >= 0 && i + step < columns) {
        const beside = at + step
        if ((x[beside] ?? -1) >= 0) this.tryPlace(i, j, (x[beside] ?? 0) - step * STRIDE, y[beside] ?? 0)
      }
      if (j + step >= 0 && j + step < rows) {
        const beside = at + step * columns
        if ((x[beside] ?? -1) >= 0) this.tryPlace(i, j, x[beside] ?? 0, (y[beside] ?? 0) - step * STRIDE)
      }
      for (let around = reach; around >= 1; around >>= 1) {
        const span = 2 * around + 1
        this.tryPlace(
          i,
          j,
          (x[at] ?? 0) + this.#random.below(span) - around,
          (y[at] ?? 0) + this.#random.below(span) - around,
        )
      }
    }
  }

  #isOpen(i: number, j: number): boolean {
    return this.#open === undefined || this.#open[j * this.field.columns + i] === 1
  }

  #anyOpen(i: number, j: number): boolean {
    const { open, labels } = this.#target
    if (open === undefined) return true
    const { width, height } = labels
    const left = Math.max(0, STRIDE * (i - 1))
    const top = Math.max(0, STRIDE * (j - 1))
    const right = Math.min(width, STRIDE * (i - 1) + PATCH)
    const bottom = Math.min(height, STRIDE * (j - 1) + PATCH)
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (open[y * width + x] === 1) return true
    return false
  }

  #classAt(i: number, j: number): number {
    const { width, height } = this.#target.labels
    return this.#target.wanted[Math.min(STRIDE * j, height - 1) * width + Math.min(STRIDE * i, width - 1)] ?? 0
  }

  /** Lets the patch of column i and row j copy from a place, if that is allowed and better. */
  tryPlace(i: number, j: number, column: number, row: number): void {
    const { labels, allowed } = this.#source
    if (column < 0 || row < 0 || column >= labels.width || row >= labels.height) return
    if (allowed[row * labels.width + column] !== 1) return
    const { columns, x, y } = this.field
    const at = j * columns + i
    const oldX = x[at] ?? -1
    const oldY = y[at] ?? -1
    if (oldX === column && oldY === row) return
    const best = this.#costs[at] ?? Infinity
    const cost = this.#cost(i, j, column, row, best)
    if (cost >= best) return
    if (oldX >= 0) this.#count(oldX, oldY, -1)
    this.#count(column, row, 1)
    this.#costs[at] = cost
    x[at] = column
    y[at] = row
  }

  #count(column: number, row: number, by: 1 | -1): void {
    const at = ((row + STRIDE) >> 2) * this.#usesWidth + ((column + STRIDE) >> 2)
    this.#uses[at] = (this.#uses[at] ?? 0) + by
  }

  /** Cost of copying a patch from a place; any number above `bound` when it is not below it. */
  #cost(i: number, j: number, column: number, row: number, bound: number): number {
    const { otherClass, border, light: lightWeight, repetition } = this.#weights
    const { texture: target, wanted, labels: targetLabels } = this.#target
    const { texture: source, labels, light, lightWidth } = this.#source
    const targetWidth = targetLabels.width
    const sourceWidth = labels.width
    const left = STRIDE * (i - 1)
    const top = STRIDE * (j - 1)
    const firstX = left < 0 ? -left : 0
    const firstY = top < 0 ? -top : 0
    const endX = Math.min(PATCH, targetWidth - left)
    const endY = Math.min(PATCH, targetLabels.height - top)
    const from = (((row + STRIDE) >> 2) * lightWidth + ((column + STRIDE) >> 2)) * 3
    const to = (j * this.field.columns + i) * 3
    const red = (light[from] ?? 0) - (this.#wantedLight[to] ?? 0)
    const green = (light[from + 1] ?? 0) - (this.#wantedLight[to + 1] ?? 0)
    const blue = (light[from + 2] ?? 0) - (this.#wantedLight[to + 2] ?? 0)
    const uses = (this.#uses[((row + STRIDE) >> 2) * this.#usesWidth + ((column + STRIDE) >> 2)] ?? 0) - this.#fairUses
    let cost = ((red * red + green * green + blue * blue) * lightWeight + (uses > 0 ? uses * repetition : 0)) * PIXELS
    const targetData = target.data
    const sourceData = source.data
    const sourceCodes = this.#source.codes
    for (let dy = firstY; dy < endY && cost < bound; dy++) {
      let targetAt = (top + dy) * targetWidth + left + firstX
      let sourceAt = (row + dy) * sourceWidth + column + firstX
      let targetByte = targetAt * 3
      let sourceByte = sourceAt * 3
      for (let dx = firstX; dx < endX; dx++, targetAt++, sourceAt++, targetByte += 3, sourceByte += 3) {
        const wantedCode = wanted[targetAt] ?? 0
        const code = sourceCodes[sourceAt] ?? 0
        if (wantedCode !== code) {
          if (wantedCode >> 1 !== code >> 1) {
            cost += otherClass
            continue
          }
          cost += border
        }
        const r = ((targetData[targetByte] ?? 0) - (sourceData[sourceByte] ?? 0)) >> SHIFT
        const g = ((targetData[targetByte + 1] ?? 0) - (sourceData[sourceByte + 1] ?? 0)) >> SHIFT
        const b = ((targetData[targetByte + 2] ?? 0) - (sourceData[sourceByte + 2] ?? 0)) >> SHIFT
        cost += r * r + g * g + b * b
      }
    }
    return cost
  }
}

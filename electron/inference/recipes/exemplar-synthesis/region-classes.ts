import type { ImageSize } from '../../../contract/image-size.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import { FORBIDDEN, type Labels } from '../../../detail/raster.ts'
import { resizeNearest } from '../../../resampling/nearest.ts'

/** Numbers for the classes of every region, so that each region copies from its own exemplar. */
export class RegionClasses {
  readonly #map: LabelMap | undefined
  readonly #numbers = new Map<number, number>()

  /** @param map the exemplar of every place, 0 the primary one; undefined when there is no other */
  constructor(map: LabelMap | undefined) {
    this.#map = map
  }

  /** The number of a class in a region; `FORBIDDEN` stays what it is. */
  of(region: number, label: number): number {
    if (label === FORBIDDEN) return FORBIDDEN
    const key = region * 256 + label
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = Math.min(this.#numbers.size, FORBIDDEN - 1)
    this.#numbers.set(key, number)
    return number
  }

  /** Labels of the layout, at any size, as numbers. */
  numbered(labels: Labels): Labels {
    const regions = this.#at(labels)
    return { ...labels, data: labels.data.map((label, at) => this.of(regions?.[at] ?? 0, label)) }
  }

  /** Labels of one region's exemplar as numbers. */
  ofExemplar(region: number, labels: Labels): Labels {
    return { ...labels, data: labels.data.map((label) => this.of(region, label)) }
  }

  /** The labels that lie in a region. */
  within(region: number, labels: Labels): Uint8Array {
    const regions = this.#at(labels)
    return regions === undefined ? labels.data : labels.data.filter((_, at) => regions[at] === region)
  }

  #at(size: ImageSize): Uint8Array | undefined {
    return this.#map === undefined ? undefined : resizeNearest(this.#map, size).data
  }
}

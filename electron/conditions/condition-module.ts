import type { Condition, ConditionOf } from '../contract/condition.ts'
import type { ImageSize } from '../contract/image-size.ts'
import type { PackClass } from '../contract/pack-facts.ts'
import type { PackCondition } from '../contract/recipes/models/synthesis-manifest.ts'
import type { ChannelIndices, DenseChannels } from './dense-channels.ts'

/** A condition as the pack's graphs take it: int32 [1, height, width] or float32 [1, channels, height, width]. */
export type EncodedCondition =
  ({ readonly kind: 'index' } & ChannelIndices) | ({ readonly kind: 'dense' } & DenseChannels)

/** How one pack encodes one kind of condition. */
export interface Encoding extends PackCondition {
  /** The pack's title, for sentences. */
  readonly title: string
  /** The pack's classes with the channels they have in this kind. */
  readonly classes: readonly PackClass[]
  /** Side of the pictures of which the pack is made. */
  readonly native: number
}

/** A part of what a condition is made of, for its digest. */
export type ContentPart = string | number | Uint8Array | Float32Array

/** All that the program knows of one kind of condition without a window or files. */
export interface ConditionModule<Kind extends Condition['kind']> {
  /** What it is, in the middle of a sentence. */
  readonly thing: string
  /** Which of a pack's conditions it is encoded as; undefined when the pack is made for something else. */
  entryFor(condition: ConditionOf<Kind>, entries: readonly PackCondition[]): PackCondition | undefined
  /**
   * Makes the tensor a pack wants, at the picture's size. Values of dense conditions lie in 0..1.
   * @throws CocanvasError `bad-request`: unknown class ids, channels or a size that differ
   */
  encode(condition: ConditionOf<Kind>, encoding: Encoding, size: ImageSize): EncodedCondition
  /** Everything that decides the tensor: equal content gives equal tensors for one pack and size. */
  content(condition: ConditionOf<Kind>): readonly ContentPart[]
  /** The same condition no larger than a picture of this size needs; its tensor stays the same. */
  fit(condition: ConditionOf<Kind>, size: ImageSize): ConditionOf<Kind>
}

import type { Condition, ConditionOf } from '../contract/condition.ts'
import type { ImageSize } from '../contract/image-size.ts'
import type { PackCondition } from '../contract/recipes/models/synthesis-manifest.ts'
import type { ConditionModule, ContentPart, EncodedCondition, Encoding } from './condition-module.ts'
import { channelsCondition } from './kinds/channels.ts'
import { edgesCondition } from './kinds/edges.ts'
import { labelsCondition } from './kinds/labels.ts'
import { linesCondition } from './kinds/lines.ts'
import { masksCondition } from './kinds/masks.ts'
import { poseCondition } from './kinds/pose.ts'

type Kind = Condition['kind']

/** Every kind of condition; the compiler names the kind that is missing. */
const MODULES: { readonly [Name in Kind]: ConditionModule<Name> } = {
  labels: labelsCondition,
  masks: masksCondition,
  edges: edgesCondition,
  lines: linesCondition,
  pose: poseCondition,
  channels: channelsCondition,
}

/** What a kind is, in the middle of a sentence. */
export function thingOf(kind: Kind): string {
  return MODULES[kind].thing
}

/** Which of a pack's conditions a condition is encoded as; undefined when the pack is made for something else. */
export function entryFor(condition: Condition, entries: readonly PackCondition[]): PackCondition | undefined {
  return entryForOne(condition.kind, condition, entries)
}

/** The tensor of a condition of any kind. @throws as `ConditionModule.encode` */
export function encodeAs(condition: Condition, encoding: Encoding, size: ImageSize): EncodedCondition {
  return encodeOne(condition.kind, condition, encoding, size)
}

/** Everything that decides a condition's tensor. */
export function contentOf(condition: Condition): readonly ContentPart[] {
  return [condition.kind, ...contentOfOne(condition.kind, condition)]
}

/**
 * A condition no larger than a picture of this size needs, before it is sent: the host resizes with the same functions, so
 * its tensor stays the same, but a 100-megapixel layout need not travel, and the contract bounds an image's side.
 */
export function fitCondition(condition: Condition, size: ImageSize): Condition {
  return fitOne(condition.kind, condition, size)
}

function entryForOne<Name extends Kind>(
  kind: Name,
  condition: ConditionOf<Name>,
  entries: readonly PackCondition[],
): PackCondition | undefined {
  return MODULES[kind].entryFor(condition, entries)
}

function encodeOne<Name extends Kind>(
  kind: Name,
  condition: ConditionOf<Name>,
  encoding: Encoding,
  size: ImageSize,
): EncodedCondition {
  return MODULES[kind].encode(condition, encoding, size)
}

function contentOfOne<Name extends Kind>(kind: Name, condition: ConditionOf<Name>): readonly ContentPart[] {
  return MODULES[kind].content(condition)
}

function fitOne<Name extends Kind>(kind: Name, condition: ConditionOf<Name>, size: ImageSize): ConditionOf<Name> {
  return MODULES[kind].fit(condition, size)
}

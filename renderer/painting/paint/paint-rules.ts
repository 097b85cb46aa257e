import type { SelectionMask } from '../../model/selection/selection-mask.ts'

/** What keeps a tool from changing a pixel. */
export interface PaintRules {
  readonly selection: SelectionMask | undefined
  /** 256 flags by the class shown when the gesture began: 1 = may change. Absent when every class may. */
  readonly changeable: Uint8Array | undefined
  /** The classes shown when the gesture began; needed only with `changeable`. */
  readonly shown: Uint8Array | undefined
}

/** One mask out of all rules, 1 where pixels may change; undefined when all may. */
export function paintMask({ selection, changeable, shown }: PaintRules): Uint8Array | undefined {
  if (changeable === undefined || shown === undefined) return selection?.data
  const mask = new Uint8Array(shown.length)
  for (let index = 0; index < mask.length; index += 1) {
    mask[index] = (changeable[shown[index] ?? 0] ?? 0) & (selection === undefined ? 1 : (selection.data[index] ?? 0))
  }
  return mask
}

/** Flags for "only over this class" and locked classes together; undefined when neither is set. */
export function changeableClasses(
  onlyOverClassId: number | null,
  lockedIds: readonly number[],
): Uint8Array | undefined {
  if (onlyOverClassId === null && lockedIds.length === 0) return undefined
  const flags = new Uint8Array(256).fill(onlyOverClassId === null ? 1 : 0)
  if (onlyOverClassId !== null) flags[onlyOverClassId] = 1
  for (const id of lockedIds) flags[id] = 0
  return flags
}

import type { ComponentType } from 'react'

import type { PlainMessageKey } from '../../i18n/message.ts'

/**
 * The places of a workspace that features fill.
 *
 * - `title-start`, `title-center`, `title-end`: the top bar (menus and undo; view tabs; live pill and switches);
 * - `tool-options`: the row under it, for the active tool;
 * - `tools`: the slim bar at the left;
 * - `canvas`: the middle (one contribution fills it, later ones lie above it);
 * - `panels`: the foldable sections at the right;
 * - `strip`: the row under the canvas (result history);
 * - `status-start`, `status-end`: the line at the bottom.
 */
export type SlotName =
  | 'title-start'
  | 'title-center'
  | 'title-end'
  | 'tool-options'
  | 'tools'
  | 'canvas'
  | 'strip'
  | 'status-start'
  | 'status-end'

/** Something a feature puts into a slot. Lower orders come first. */
export interface SlotContribution {
  readonly slot: SlotName
  readonly id: string
  readonly order: number
  readonly component: ComponentType
}

/** A foldable section of the right side; `actions` are small buttons beside its title. */
export interface PanelContribution {
  readonly slot: 'panels'
  readonly id: string
  readonly order: number
  readonly title: PlainMessageKey
  readonly component: ComponentType
  readonly actions?: ComponentType
  readonly startsOpen?: boolean
  /** A hook that says whether the section is of use now; absent = it is always shown. */
  readonly useShown?: () => boolean
  /**
   * For content that is long and scrolls: it shrinks where the column is short, before the others of its kind or after them. Panels
   * without it stay whole.
   */
  readonly yields?: 'first' | 'last'
}

export type Contribution = SlotContribution | PanelContribution

const byOrder = (one: Contribution, other: Contribution): number => one.order - other.order

export function contributionsFor(all: readonly Contribution[], slot: SlotName): SlotContribution[] {
  return all.filter((entry): entry is SlotContribution => entry.slot === slot).sort(byOrder)
}

export function panelsOf(all: readonly Contribution[]): PanelContribution[] {
  return all.filter((entry): entry is PanelContribution => entry.slot === 'panels').sort(byOrder)
}

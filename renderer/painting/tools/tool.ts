import type { ReactElement } from 'react'

import type { PlainMessageKey } from '../../i18n/message.ts'
import type { LayerKindName } from '../../model/document/layer-kinds/layer-schema.ts'
import type { IconName } from '../../shared/ui/icon-shapes.ts'
import type { ToolContext } from './tool-context.ts'
import type { ToolState } from './tool-machine.ts'

/** The settings of a tool that has none. */
export type NoSettings = object

/** What the controls of a tool's options get. */
export interface ToolOptionsProps<Settings> {
  readonly settings: Settings
  readonly change: (change: Partial<Settings>) => void
}

/** The names of those settings that are numbers. */
type NumberKey<Settings> = {
  [Key in keyof Settings]: Settings[Key] extends number ? Key : never
}[keyof Settings]

/**
 * All there is to know of a tool. Its folder holds this object with its states, settings and controls; one line in
 * tool-table.ts adds it to the editor, its tool bar, its commands and its keys.
 */
export interface Tool<Id extends string, Settings = NoSettings> {
  /** Never changed, because stored keys and the table refer to it. */
  readonly id: Id
  readonly title: PlainMessageKey
  readonly icon: IconName
  /** One letter. */
  readonly shortcut: string
  /** Tools of one group stand together in the tool bar. */
  readonly group: 'paint' | 'shape' | 'select' | 'lines' | 'view'
  /** The only kind of layer that it works on, without which the tool bar hides it; absent = it is always of use. */
  readonly layerKind?: LayerKindName
  /** `brush` is a circle of the size that `diameter` names; the others are CSS cursors. */
  readonly cursor: 'brush' | 'crosshair' | 'move' | 'grab' | 'zoom-in' | 'cell'
  /** Whether held Alt picks a class instead. */
  readonly altPicks: boolean
  /** Whether the active class, which it paints, is shown beside its name. */
  readonly paintsClass: boolean
  /** Whether "paint only over" and the mirror apply to it. */
  readonly obeysPaintRules: boolean
  /** The setting that is its size in document pixels, which the size keys change. */
  readonly diameter?: NumberKey<Settings>
  readonly hint?: PlainMessageKey
  /** Values at the first start. Tools that share a setting by its name must give it the same value. */
  readonly settings: Settings
  /** Controls of the settings, in the row over the canvas. */
  readonly options?: (props: ToolOptionsProps<Settings>) => ReactElement
  /** The state in which the tool begins. It gives what it draws over the document to `context.overlay`. */
  readonly start: (context: ToolContext<Settings>) => ToolState
}

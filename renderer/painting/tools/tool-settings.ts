import { initialPaintRules, type PaintRuleSettings } from './paint-rule-settings.ts'
import { tools, type ListedTool } from './tool-table.ts'

type Intersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never

/** The settings of all tools together; plain values, so that they can be stored. */
export type ToolSettings = PaintRuleSettings & Intersection<ListedTool['settings']>

export const initialToolSettings: ToolSettings = allSettings()

function allSettings(): ToolSettings {
  const merged = tools.reduce<object>((settings, tool) => ({ ...settings, ...tool.settings }), initialPaintRules)
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the compiler cannot follow a merge over a list, whose type is the intersection above
  return merged as ToolSettings
}

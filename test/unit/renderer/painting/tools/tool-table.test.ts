import { describe, expect, it } from 'vitest'

import { en } from '../../../../../renderer/i18n/en.ts'
import { initialToolSettings } from '../../../../../renderer/painting/tools/tool-settings.ts'
import { tools } from '../../../../../renderer/painting/tools/tool-table.ts'

describe('the table of tools', () => {
  // Bug it would catch: a tool whose settings are read as undefined, or two tools that want one setting differently.
  it.each(tools.map((tool) => [tool.id, tool] as const))('%s finds its own settings at the start', (_id, tool) => {
    expect(initialToolSettings).toMatchObject(tool.settings)
  })

  // Bug it would catch: a ring of no size, and size keys that do nothing.
  it('names a size for every tool whose cursor is a ring', () => {
    for (const tool of tools) expect(tool.cursor === 'brush', tool.id).toBe(tool.diameter !== undefined)
  })

  // Bug it would catch: a group that stands twice in the tool bar.
  it('keeps the tools of a group together', () => {
    const runs = tools.map(({ group }) => group).filter((group, index, all) => group !== all[index - 1])
    expect(runs).toEqual([...new Set(runs)])
  })

  it('has a key and words of its own for every tool', () => {
    expect(new Set(tools.map(({ shortcut }) => shortcut)).size).toBe(tools.length)
    expect(new Set(tools.map(({ title }) => en[title])).size).toBe(tools.length)
  })
})

import { describe, expect, it } from 'vitest'

import { rebind, unbind } from '../../../../../renderer/panels/commands/rebind.ts'
import type { Command } from '../../../../../renderer/shared/commands/command.ts'

const command = (id: string, ...shortcuts: string[]): Command => ({
  id,
  title: 'history.undo',
  group: 'commands.group.edit',
  shortcuts,
  run: () => undefined,
})

describe('rebinding', () => {
  // Bug it would catch: one key that does two things.
  it('takes the key from who had it', () => {
    expect(rebind({}, command('brush', 'B'), 'F', command('fill', 'F'))).toEqual({ brush: 'F', fill: null })
  })

  it('forgets a key that is the default again, and remembers that a command has none', () => {
    const changed = rebind({}, command('brush', 'B'), 'X', undefined)
    expect(rebind(changed, command('brush', 'B'), 'B', undefined)).toEqual({})
    expect(rebind(changed, command('brush', 'B'), null, undefined)).toEqual({ brush: null })
    expect(unbind(changed, 'brush')).toEqual({})
  })
})

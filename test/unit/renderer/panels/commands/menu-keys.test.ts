import { describe, expect, it } from 'vitest'

import { menuKey } from '../../../../../renderer/panels/commands/menu-keys.ts'

describe('keys in the menu bar', () => {
  it.each([
    // Bug it would catch: a menu bar that can only be opened with the pointer.
    ['ArrowDown', 1, false, { kind: 'open', index: 1, enter: 1 }],
    ['ArrowUp', 1, false, { kind: 'open', index: 1, enter: -1 }],
    ['ArrowRight', 4, false, { kind: 'name', index: 0 }],
    ['ArrowLeft', 0, false, { kind: 'name', index: 4 }],
    ['End', 0, false, { kind: 'name', index: 4 }],
    ['ArrowRight', 1, true, { kind: 'open', index: 2, enter: 1 }],
    ['ArrowUp', 1, true, { kind: 'item', step: -1 }],
    ['Home', 1, true, { kind: 'edge', step: 1 }],
    ['Escape', 1, true, { kind: 'close' }],
    ['Tab', 1, true, { kind: 'leave' }],
    ['Escape', 1, false, undefined],
    ['a', 1, true, undefined],
  ])('%s on menu %i (open: %s)', (key, at, open, act) => {
    expect(menuKey(key, at, 5, open)).toEqual(act)
  })
})

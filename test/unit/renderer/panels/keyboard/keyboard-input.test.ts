import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { KeyboardInput } from '../../../../../renderer/panels/keyboard/keyboard-input.ts'
import { GRASS, TestEditor } from '../../test-editor.ts'

class Element {
  readonly isContentEditable: boolean = false
}
class Button extends Element {}
class Input extends Element {
  readonly type = 'text'
}

beforeEach(() => {
  vi.stubGlobal('HTMLElement', Element)
  vi.stubGlobal('HTMLButtonElement', Button)
  vi.stubGlobal('HTMLInputElement', Input)
  vi.stubGlobal('HTMLTextAreaElement', class extends Element {})
  vi.stubGlobal('HTMLSelectElement', class extends Element {})
  vi.stubGlobal('document', { querySelector: () => null })
})
afterEach(() => vi.unstubAllGlobals())

/** A window whose keys reach an editor, and how often live pictures were paused by them. */
function keyboard(): { user: TestEditor; press: (key: string, focused?: Element) => void; paused: () => number } {
  const user = new TestEditor()
  const target = new EventTarget()
  let paused = 0
  new KeyboardInput(target as ConstructorParameters<typeof KeyboardInput>[0], {
    tools: user.editor.tools,
    escape: () => user.editor.selecting.none(),
    commands: () => [
      {
        id: 'live.pause',
        title: 'live.pauseOrResume',
        group: 'commands.group.live',
        shortcuts: ['Esc'],
        run: () => void (paused += 1),
      },
    ],
  })
  const press = (key: string, focused = new Element()): void => {
    const event = new Event('keydown', { cancelable: true })
    const modifiers = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false }
    Object.assign(event, { key, code: key, ...modifiers })
    Object.defineProperty(event, 'target', { value: focused })
    target.dispatchEvent(event)
  }
  return { user, press, paused: () => paused }
}

describe('Escape', () => {
  // Bug it would catch: with the focus on a button, as after choosing a tool by pointer, it pauses pictures in mid-stroke.
  it.each([new Element(), new Button()])('gives up the stroke, then the selection, and only then pauses', (focused) => {
    const { user, press, paused } = keyboard()
    user.editor.selecting.all()
    user.tool('brush').down(50, 50).move([100, 100])
    press('Escape', focused)
    expect([user.count(GRASS), paused()]).toEqual([0, 0])
    expect(user.editor.selection.get()).toBeDefined()
    press('Escape', focused)
    expect(user.editor.selection.get()).toBeUndefined()
    expect(paused()).toBe(0)
    press('Escape', focused)
    expect(paused()).toBe(1)
  })

  it('gives up a polygon whose corners are being set, with the focus on a button', () => {
    const { user, press, paused } = keyboard()
    user.tool('polygon').click(10, 10).click(200, 10).click(10, 200)
    press('Escape', new Button())
    press('Enter')
    expect([user.count(GRASS), paused()]).toEqual([0, 0])
  })

  it('is the text field’s own', () => {
    const { user, press, paused } = keyboard()
    user.editor.selecting.all()
    press('Escape', new Input())
    expect(user.editor.selection.get()).toBeDefined()
    expect(paused()).toBe(0)
  })
})

it('Enter on a focused button is the button’s, not the polygon’s', () => {
  const { user, press } = keyboard()
  user.tool('polygon').click(10, 10).click(200, 10).click(10, 200)
  press('Enter', new Button())
  expect(user.count(GRASS)).toBe(0)
  press('Enter')
  expect(user.count(GRASS)).toBeGreaterThan(0)
})

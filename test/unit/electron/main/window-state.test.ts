import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { onScreen, readWindowState, writeWindowState } from '../../../../electron/main/window-state.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 }
const STATE = { x: 100, y: 50, width: 1200, height: 800, maximised: false }

describe('the place of the window', () => {
  it('is where it was', () => {
    const file = path.join(temporaryFolder(), 'new/window.json')
    writeWindowState(file, STATE)
    // Written already: the app may be gone the next moment.
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(STATE)
    expect(readWindowState(file)).toEqual(STATE)
  })

  it.each(['', '{"x":1', '{"width":-5,"height":1,"maximised":false}', 'null'])(
    'is the first one when the file holds %j',
    (text) => {
      const file = path.join(temporaryFolder(), 'window.json')
      writeFileSync(file, text)
      expect(readWindowState(file)).toMatchObject({ width: 1440, height: 900 })
    },
  )

  it('is never worth a failure', () => {
    const folder = temporaryFolder()
    expect(() => writeWindowState(folder, STATE)).not.toThrow()
    expect(readWindowState(folder)).toMatchObject({ width: 1440 })
  })

  // Bug it would catch: a window on a screen that was unplugged, which nobody can reach any more.
  it.each([
    ['on the screen', STATE, true],
    ['partly on it', { ...STATE, x: -1000 }, true],
    ['to the left of it', { ...STATE, x: -1190 }, false],
    ['to the right of it', { ...STATE, x: 1900 }, false],
    ['above it', { ...STATE, y: -20 }, false],
    ['below it', { ...STATE, y: 1075 }, false],
  ])('is kept or forgotten when it is %s', (_where, state, kept) => {
    const { x: _x, y: _y, ...size } = state
    expect(onScreen(state, [SCREEN])).toEqual(kept ? state : size)
  })

  it('may be on any of several screens', () => {
    const state = { ...STATE, x: 2500 }
    expect(onScreen(state, [SCREEN, { ...SCREEN, x: 1920 }])).toEqual(state)
  })

  // Bug it would catch: a first window that hides half of itself on a small laptop.
  it('is never larger than its screen', () => {
    const small = { x: 0, y: 0, width: 1366, height: 740 }
    expect(onScreen({ width: 1440, height: 900, maximised: false }, [small])).toEqual({
      width: 1366,
      height: 740,
      maximised: false,
    })
    expect(onScreen({ ...STATE, x: 2500, width: 1900 }, [SCREEN, { ...small, x: 1920 }])).toMatchObject({ width: 1366 })
  })
})

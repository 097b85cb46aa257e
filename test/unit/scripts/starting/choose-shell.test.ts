import { describe, expect, it, vi } from 'vitest'
import { chooseShell } from '../../../../scripts/starting/choose-shell.mjs'
import { readStartArguments } from '../../../../scripts/starting/start-arguments.mjs'

/** A machine with a screen; Electron is there after a fetch, or never. */
function machine(more: { web?: boolean; screen?: boolean; present?: boolean; obstacle?: string }) {
  const { web = false, screen = true, present = false, obstacle } = more
  const state = { present }
  const fetch = vi.fn(() => {
    state.present ||= obstacle === undefined
    return Promise.resolve(obstacle)
  })
  return { web, screen, find: () => (state.present ? '/opt/electron' : undefined), fetch }
}

describe('the shell that npm start opens', () => {
  it('is Electron where it is, without asking the network', async () => {
    const surroundings = machine({ present: true })
    expect(await chooseShell(surroundings)).toEqual({ shell: 'electron', program: '/opt/electron' })
    expect(surroundings.fetch).not.toHaveBeenCalled()
  })

  it('is Electron where it can be fetched', async () => {
    expect(await chooseShell(machine({}))).toEqual({ shell: 'electron', program: '/opt/electron' })
  })

  it('is the web shell where it cannot, and the reason is said', async () => {
    const choice = await chooseShell(machine({ obstacle: 'it cannot be fetched (github.com does not answer)' }))
    expect(choice).toEqual({
      shell: 'web',
      reason: 'Electron is not here, and it cannot be fetched (github.com does not answer)',
    })
  })

  // Bug it would catch: 120 MB fetched on a server where no window can ever open, or against the user's wish.
  it.each([{ web: true }, { screen: false }])('is the web shell at once with %j', async (more) => {
    const surroundings = machine({ ...more, present: true })
    expect(await chooseShell(surroundings)).toMatchObject({ shell: 'web' })
    expect(surroundings.fetch).not.toHaveBeenCalled()
  })
})

describe('the arguments of npm start', () => {
  it('are a file and a few switches', () => {
    expect(readStartArguments(['lake.cocanvas'])).toEqual({
      web: false,
      window: true,
      help: false,
      files: ['lake.cocanvas'],
    })
    // Serving without a window is always the web shell's business.
    expect(readStartArguments(['--no-window'])).toMatchObject({ web: true, window: false })
  })

  it('are refused with the list of those there are', () => {
    expect(() => readStartArguments(['--nowindow'])).toThrow(/--nowindow[\s\S]*--no-window/)
  })
})

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const stateSchema = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(640).max(20_000),
  height: z.number().int().min(480).max(20_000),
  maximised: z.boolean(),
})
/** Where the window was, in screen coordinates. */
export type WindowState = z.infer<typeof stateSchema>

const FIRST_STATE: WindowState = { width: 1440, height: 900, maximised: false }

/** A rectangle of a screen that windows may use. */
export interface ScreenArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window was last; a first or damaged state gives the default. Read at once, since the window waits for it. */
export function readWindowState(path: string): WindowState {
  try {
    return stateSchema.catch(FIRST_STATE).parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return FIRST_STATE
  }
}

/**
 * Never fails: a lost position is not worth a message. Written at once, because the app may end before anything that is
 * waited for; a file cut short by that is read as none.
 */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, JSON.stringify(state))
  } catch {
    // The next start shows the window where the system likes it.
  }
}

/**
 * The state as the screens of today can show it: its place is forgotten unless its title bar can be reached, and it is
 * never larger than the screen it is on.
 */
export function onScreen(state: WindowState, screens: readonly ScreenArea[]): WindowState {
  const { x, y, ...size } = state
  if (x === undefined || y === undefined) return { ...size, ...fitted(size, screens[0]) }
  const own = screens.find(
    (area) =>
      x + size.width > area.x + 64 && x < area.x + area.width - 64 && y >= area.y && y < area.y + area.height - 32,
  )
  return own === undefined ? { ...size, ...fitted(size, screens[0]) } : { ...state, ...fitted(size, own) }
}

function fitted(
  { width, height }: Pick<WindowState, 'width' | 'height'>,
  area: ScreenArea | undefined,
): Pick<WindowState, 'width' | 'height'> {
  if (area === undefined) return { width, height }
  return { width: Math.min(width, area.width), height: Math.min(height, area.height) }
}

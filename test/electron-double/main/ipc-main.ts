import type Electron from 'electron'
import { strict } from '../strict.ts'
import type { ToWindow } from '../window/frame.ts'

type Handler = (event: Electron.IpcMainInvokeEvent, ...input: unknown[]) => unknown

const handlers = new Map<string, Handler>()

export const ipcMain = strict('ipcMain', {
  handle: (channel: string, handler: Handler) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  removeHandler: (channel: string) => {
    handlers.delete(channel)
  },
} satisfies Partial<Pick<Electron.IpcMain, 'handle' | 'removeHandler'>>)

/** Runs the handler of a channel for a window and describes how it ended. */
export async function answerInvoke(
  id: number,
  channel: string,
  event: { readonly sender: unknown; readonly senderFrame: { readonly url: string } },
  input: readonly unknown[],
): Promise<Extract<ToWindow, { type: 'reply' }>> {
  const handler = handlers.get(channel)
  try {
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    const value = await handler(event as unknown as Electron.IpcMainInvokeEvent, ...input)
    return { type: 'reply', id, value: structuredClone(value) }
  } catch (error) {
    // Electron's own words.
    return { type: 'reply', id, error: `Error invoking remote method '${channel}': ${String(error)}` }
  }
}

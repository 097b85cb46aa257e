import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { CallOutcome } from '../contract/call-outcome.ts'
import { ELECTRON_CHANNELS } from '../contract/electron-bridge.ts'
import type { HostConfiguration } from '../contract/inference-protocol.ts'
import type { ShellCalls } from '../contract/shell-api.ts'
import { shellMethods } from '../contract/shell-methods.ts'
import { answerCall } from '../services/calls/answer-call.ts'
import { isPageAddress } from './app-protocol.ts'

/** What the window's messages lead to. */
export interface ShellIpcTarget {
  readonly contents: WebContents
  readonly calls: ShellCalls
  connectInference(connectionId: number): Promise<HostConfiguration>
  reportBug(error: unknown): void
}

/** Listens for the calls of one window only. @returns a function that stops listening. */
export function listenToWindow(target: ShellIpcTarget): () => void {
  const isTrusted = ({ sender, senderFrame }: IpcMainInvokeEvent): boolean =>
    sender === target.contents && senderFrame !== null && isPageAddress(senderFrame.url)
  const channels: string[] = []
  const handle = (channel: string, answer: (input: unknown) => Promise<unknown>): void => {
    channels.push(channel)
    ipcMain.handle(channel, async (event, input: unknown) => (isTrusted(event) ? answer(input) : refused))
  }
  for (const name of Object.keys(shellMethods)) {
    handle(`${ELECTRON_CHANNELS.call}${name}`, (input) =>
      answerCall(target.calls, name, input, (error) => target.reportBug(error)),
    )
  }
  handle(ELECTRON_CHANNELS.connectInference, async (connectionId) =>
    typeof connectionId === 'number' ? target.connectInference(connectionId) : undefined,
  )
  return () => {
    for (const channel of channels) ipcMain.removeHandler(channel)
  }
}

const refused: CallOutcome = { ok: false, code: 'protocol', message: 'Only the window of Cocanvas may ask for this.' }

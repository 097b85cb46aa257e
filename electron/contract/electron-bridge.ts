import type { ShellMethodName } from './shell-methods.ts'

/** Channels between Electron's main process and the preload script, and the port's message to the page. */
export const ELECTRON_CHANNELS = {
  /** Followed by the method's name. */
  call: 'shell:call:',
  event: 'shell:event',
  connectInference: 'shell:connect-inference',
  inferencePort: 'shell:inference-port',
} as const

/** What the preload script posts to its own window along with the inference host's MessagePort. */
export interface InferencePortMessage {
  readonly type: typeof ELECTRON_CHANNELS.inferencePort
  /** Chosen by the page, so that it knows its own. */
  readonly connectionId: number
}

/** What Electron's preload script exposes to the page: one named method per capability, nothing general. */
export interface ElectronBridge {
  readonly calls: Readonly<Record<ShellMethodName, (input: readonly unknown[]) => Promise<unknown>>>
  onEvent(listener: (name: string, event: unknown) => void): void
  /** Resolves with the host's configuration; the port arrives as an `InferencePortMessage`. */
  connectInference(connectionId: number): Promise<unknown>
}

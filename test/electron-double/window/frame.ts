/** What the double's main side and a window's isolated world say to each other over their socket. */
export type ToMain =
  | { readonly type: 'invoke'; readonly id: number; readonly channel: string; readonly input: readonly unknown[] }
  | { readonly type: 'port'; readonly port: number; readonly data: unknown }
  | { readonly type: 'port-closed'; readonly port: number }

export type ToWindow =
  | { readonly type: 'reply'; readonly id: number; readonly value?: unknown; readonly error?: string }
  | {
      readonly type: 'send'
      readonly channel: string
      readonly input: readonly unknown[]
      readonly ports: readonly number[]
    }
  | { readonly type: 'port'; readonly port: number; readonly data: unknown }
  | { readonly type: 'port-closed'; readonly port: number }

/** How the isolated world finds its main side; set before anything else runs there. */
export interface WindowSettings {
  /** Path of the socket at the page's own origin. */
  readonly socket: string
  /** Makes the event names of the bridge unguessable for the page. */
  readonly secret: string
}

/** What crosses the context bridge: values as they are, functions by number, plain objects by field. */
export type Exposed =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'function'; readonly index: number }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Exposed>> }

/** Names of the DOM events between the worlds. */
export function bridgeEvents(
  secret: string,
): Readonly<Record<'expose' | 'call' | 'result' | 'settled' | 'callback', string>> {
  const name = (kind: string): string => `electron-double-${secret}-${kind}`
  return {
    expose: name('expose'),
    call: name('call'),
    result: name('result'),
    settled: name('settled'),
    callback: name('callback'),
  }
}

/** A call from the page into the isolated world; callbacks are given by number, at their argument's place. */
export interface BridgeCall {
  readonly id: number
  readonly index: number
  readonly input: readonly unknown[]
  readonly callbacks: Readonly<Record<number, number>>
}

export type BridgeResult =
  | { readonly id: number; readonly kind: 'value'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'promise' }
  | { readonly id: number; readonly kind: 'error'; readonly message: string }

export interface BridgeSettled {
  readonly id: number
  readonly value?: unknown
  readonly error?: string
}

export interface BridgeCallback {
  readonly callback: number
  readonly input: readonly unknown[]
}

import { bridgeEvents, type BridgeCall, type Exposed } from './frame.ts'

type Callable = (...input: readonly unknown[]) => unknown

/** The isolated world's half of `contextBridge`. */
export function createContextBridge(secret: string): { exposeInMainWorld: (key: string, api: unknown) => void } {
  const events = bridgeEvents(secret)
  const functions: Callable[] = []
  const dispatch = (name: string, detail: unknown): void => {
    document.dispatchEvent(new CustomEvent(name, { detail }))
  }
  const describe = (value: unknown): Exposed => {
    if (typeof value === 'function') return { kind: 'function', index: functions.push(value as Callable) - 1 }
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
      return {
        kind: 'object',
        fields: Object.fromEntries(Object.entries(value).map(([name, field]) => [name, describe(field)])),
      }
    }
    return { kind: 'value', value }
  }
  document.addEventListener(events.call, (event) => {
    if (!(event instanceof CustomEvent)) return
    const { id, index, input, callbacks } = event.detail as BridgeCall
    const real = input.map((value, place) => {
      const callback = callbacks[place]
      if (callback === undefined) return value
      return (...given: readonly unknown[]) => dispatch(events.callback, { callback, input: given })
    })
    try {
      const value = functions[index]?.(...real)
      if (!(value instanceof Promise)) {
        dispatch(events.result, { id, kind: 'value', value })
        return
      }
      dispatch(events.result, { id, kind: 'promise' })
      value.then(
        (settled: unknown) => dispatch(events.settled, { id, value: settled }),
        (error: unknown) => dispatch(events.settled, { id, error: messageOf(error) }),
      )
    } catch (error) {
      dispatch(events.result, { id, kind: 'error', message: messageOf(error) })
    }
  })
  return { exposeInMainWorld: (key, api) => dispatch(events.expose, { key, exposed: describe(api) }) }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

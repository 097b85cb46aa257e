import {
  bridgeEvents,
  type BridgeCallback,
  type BridgeResult,
  type BridgeSettled,
  type Exposed,
  type WindowSettings,
} from './frame.ts'

/**
 * Runs in the page's own world before any of its scripts and materialises what the isolated world exposes. Events are
 * dispatched synchronously and their details cloned between the worlds, so calls return like functions do.
 */
export function installMainWorld({ secret }: WindowSettings): void {
  const events = bridgeEvents(secret)
  const results = new Map<number, BridgeResult>()
  const promises = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const callbacks: ((...input: readonly unknown[]) => void)[] = []
  let lastId = 0

  const listen = (name: string, receive: (detail: unknown) => void): void => {
    document.addEventListener(name, (event) => {
      if (event instanceof CustomEvent) receive(event.detail)
    })
  }
  listen(events.result, (detail) => {
    const result = detail as BridgeResult
    results.set(result.id, result)
  })
  listen(events.settled, (detail) => {
    const { id, value, error } = detail as BridgeSettled
    const promise = promises.get(id)
    promises.delete(id)
    if (error === undefined) promise?.resolve(value)
    else promise?.reject(new Error(error))
  })
  listen(events.callback, (detail) => {
    const { callback, input } = detail as BridgeCallback
    callbacks[callback]?.(...input)
  })

  const call = (index: number, input: readonly unknown[]): unknown => {
    const id = ++lastId
    const given: Record<number, number> = {}
    const values = input.map((value, place) => {
      if (typeof value !== 'function') return value
      given[place] = callbacks.push(value as (...values: readonly unknown[]) => void) - 1
      return null
    })
    document.dispatchEvent(new CustomEvent(events.call, { detail: { id, index, input: values, callbacks: given } }))
    const result = results.get(id)
    results.delete(id)
    // An event whose detail cannot be cloned arrives without one.
    if (result === undefined) throw new Error('An object could not be cloned.')
    if (result.kind === 'error') throw new Error(result.message)
    if (result.kind === 'value') return result.value
    return new Promise((resolve, reject) => promises.set(id, { resolve, reject }))
  }
  const materialise = (exposed: Exposed): unknown => {
    if (exposed.kind === 'value') return exposed.value
    if (exposed.kind === 'function') return (...input: readonly unknown[]) => call(exposed.index, input)
    return Object.freeze(
      Object.fromEntries(Object.entries(exposed.fields).map(([name, field]) => [name, materialise(field)])),
    )
  }
  listen(events.expose, (detail) => {
    const { key, exposed } = detail as { key: string; exposed: Exposed }
    Object.defineProperty(window, key, { value: materialise(exposed), writable: false, configurable: false })
  })
}

import type { Port } from '../contract/port.ts'

/**
 * Two connected ports in one process. Messages are structured clones delivered in order in later turns of the event
 * loop, as between processes, so that code which shares objects or expects instant answers fails here too.
 */
export function memoryPorts<Left, Right>(): [Port<Left, unknown>, Port<Right, unknown>] {
  const left = new Set<(message: unknown) => void>()
  const right = new Set<(message: unknown) => void>()
  let open = true
  const end = <Outgoing>(
    own: Set<(message: unknown) => void>,
    other: ReadonlySet<(message: unknown) => void>,
  ): Port<Outgoing, unknown> => ({
    send: (message) => {
      if (!open) return
      const copy: unknown = structuredClone(message)
      setImmediate(() => {
        if (open) for (const listener of other) listener(copy)
      })
    },
    subscribe: (listener) => {
      own.add(listener)
      return () => own.delete(listener)
    },
    close: () => {
      open = false
    },
  })
  return [end<Left>(left, right), end<Right>(right, left)]
}

import { clientMessageSchema, type HostConfiguration, type HostMessage } from '../contract/inference-protocol.ts'
import type { Port } from '../contract/port.ts'

/**
 * A window's port whose `hello` carries the main process's configuration: a page that somebody took over must not name
 * folders of its own.
 */
export function configuredPort(
  port: Port<HostMessage, unknown>,
  configuration: HostConfiguration,
): Port<HostMessage, unknown> {
  return {
    send: (message) => port.send(message),
    subscribe: (listener) =>
      port.subscribe((value) => {
        const { data: message } = clientMessageSchema.safeParse(value)
        listener(message?.type === 'hello' ? { ...message, configuration } : value)
      }),
    close: () => port.close(),
  }
}

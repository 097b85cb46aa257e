import { expect, it } from 'vitest'
import { EarlyStarter } from '../../../../electron/supervision/early-starter.ts'
import type { HostConnection, HostStarter } from '../../../../electron/supervision/host-starter.ts'

/** Counts hosts and the kills among them. */
class CountingStarter implements HostStarter {
  started = 0
  killed = 0

  start(): HostConnection {
    this.started += 1
    return {
      port: { send: () => undefined, subscribe: () => () => undefined, close: () => undefined },
      ended: new Promise(() => undefined),
      kill: () => {
        this.killed += 1
      },
    }
  }
}

it('has a host before it is asked, hands it out once, and starts a new one after that', () => {
  const hosts = new CountingStarter()
  const early = new EarlyStarter(hosts)
  expect(hosts.started).toBe(1)
  const first = early.start()
  expect(hosts.started).toBe(1)
  // A crashed host must not be handed out again.
  expect(early.start()).not.toBe(first)
  expect(hosts.started).toBe(2)
  early.discard()
  expect(hosts.killed).toBe(0)
})

it('ends a host that nobody asked for: a mistyped option must leave no process behind', () => {
  const hosts = new CountingStarter()
  const early = new EarlyStarter(hosts)
  early.discard()
  early.discard()
  expect(hosts.killed).toBe(1)
})

import { describe, expect, it } from 'vitest'

import type { ShellApi, ShellEvents } from '../../../../electron/contract/shell-api.ts'
import { followHost } from '../../../../renderer/features/live/follow-host.ts'

describe('the end of the inference host', () => {
  // Bug it would catch: a host that gave up while nobody painted, and a user who learns nothing.
  it('is told with its remedy when nobody starts it again, and as news when somebody does', () => {
    const listeners = new Map<string, (event: never) => void>()
    const on: ShellApi['on'] = (name, listener) => {
      listeners.set(name, listener)
      return () => listeners.delete(name)
    }
    const stopped = (event: ShellEvents['inferenceStopped']): void => {
      const listener = listeners.get('inferenceStopped')
      if (listener !== undefined) (listener as (event: ShellEvents['inferenceStopped']) => void)(event)
    }
    const told: string[] = []
    const stop = followHost({
      shell: { on },
      scheduler: { hostLost: (problem) => told.push(`pill: ${problem}`) },
      tellRestart: () => told.push('restarts'),
      tellEnd: (message) => told.push(`notice: ${message}`),
    })
    stopped({ message: 'It crashed.', willRestart: true })
    stopped({ message: 'Choose another provider.', willRestart: false })
    stop()
    stopped({ message: 'Too late.', willRestart: false })
    expect(told).toEqual(['restarts', 'pill: Choose another provider.', 'notice: Choose another provider.'])
  })
})

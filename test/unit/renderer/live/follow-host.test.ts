import { describe, expect, it } from 'vitest'

import type { ShellApi } from '../../../../electron/contract/shell-api.ts'
import { EventRelay } from '../../../../electron/page/event-relay.ts'
import { followHost } from '../../../../renderer/features/live/follow-host.ts'

describe('the end of the inference host', () => {
  // Bug it would catch: a host that gave up while nobody painted, and a user who learns nothing.
  it('is told with its remedy when nobody starts it again, and as news when somebody does', () => {
    const relay = new EventRelay()
    const on: ShellApi['on'] = (name, listener) => relay.on(name, listener)
    const told: string[] = []
    const stop = followHost({
      shell: { on },
      scheduler: { hostLost: (problem) => told.push(`pill: ${problem}`) },
      tellRestart: () => told.push('restarts'),
      tellEnd: (message) => told.push(`notice: ${message}`),
    })
    relay.receive('inferenceStopped', { message: 'It crashed.', willRestart: true })
    relay.receive('inferenceStopped', { message: 'Choose another provider.', willRestart: false })
    stop()
    expect(told).toEqual(['restarts', 'pill: Choose another provider.', 'notice: Choose another provider.'])
  })
})

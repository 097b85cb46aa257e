import { describe, expect, it } from 'vitest'

import type { ShellApi, ShellEvents } from '../../../../../electron/contract/shell-api.ts'
import { followHost } from '../../../../../renderer/synthesis/live/follow-host.ts'
import { hostEndText } from '../../../../../renderer/synthesis/inference/host-end-text.ts'
import { ko } from '../../../../../renderer/i18n/ko.ts'
import { translator } from '../../../../../renderer/i18n/translate.ts'

describe('the end of the inference host', () => {
  // Bugs it would catch: a host that gave up while nobody painted, and a user who learns nothing, or in English alone.
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
      sentence: (reason) => translator('ko')(hostEndText[reason]),
      tellEnd: (message) => told.push(`notice: ${message}`),
    })
    stopped({ reason: 'ended' })
    stopped({ reason: 'keeps-ending' })
    stop()
    stopped({ reason: 'shell-gone' })
    const sentence = ko['live.hostKeepsEnding']
    expect(told).toEqual(['restarts', `pill: ${sentence}`, `notice: ${sentence}`])
  })
})

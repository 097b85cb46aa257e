import { describe, expect, it } from 'vitest'
import { TurnQueue } from '../../../../../electron/services/files/turn-queue.ts'

describe('steps that take turns', () => {
  it('run one after the other in the order they were asked for, whatever fails', async () => {
    const queue = new TurnQueue()
    const events: string[] = []
    const step = (name: string) => async () => {
      events.push(`${name} begins`)
      await Promise.resolve()
      events.push(`${name} ends`)
      if (name === 'b') throw new Error('b failed')
      return name
    }
    const results = await Promise.allSettled(['a', 'b', 'c'].map((name) => queue.run(step(name))))
    expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })
})

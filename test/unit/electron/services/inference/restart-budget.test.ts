import { describe, expect, it } from 'vitest'
import { RestartBudget } from '../../../../../electron/services/inference/restart-budget.ts'

describe('the restarts of a host', () => {
  it('end when it keeps crashing, and not when it crashes now and then', () => {
    const clock = { now: 0 }
    const budget = new RestartBudget(() => clock.now)
    expect([1, 2, 3, 4, 5].map(() => budget.noteEnd())).toEqual([...Array<string>(4).fill('ended'), 'keeps-ending'])
    clock.now = 61_000
    expect(budget.noteEnd()).toBe('ended')
  })
})

import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { emitsOnly, knowsOnly, strict, strictClass } from './strict.ts'

class Counter extends EventEmitter {
  private count = 0

  constructor() {
    super()
    emitsOnly('Counter', this, ['counted'])
  }

  next(): number {
    this.count++
    this.emit('counted')
    return this.count
  }
}

describe('a strict object', () => {
  // Bug of the double it would catch: an app that believes in what the double silently leaves undone.
  it('throws for what it does not have, read or set', () => {
    const thing = strict('thing', { known: 1 }) as { known: number; unknown?: () => void }
    expect(thing.known).toBe(1)
    expect(() => thing.unknown).toThrow('The double of Electron lacks thing.unknown.')
    expect(() => (thing.known = 2)).toThrow(/thing\.known/)
  })

  it('can be awaited, printed and cloned like any other', async () => {
    expect(await Promise.resolve(strict('thing', { a: 1 }))).toEqual({ a: 1 })
    expect(JSON.stringify(strict('thing', { a: 1 }))).toBe('{"a":1}')
  })

  it('works when it keeps private state and emits', () => {
    const StrictCounter = strictClass('Counter', Counter)
    const counter = new StrictCounter()
    const heard: string[] = []
    counter.on('counted', () => heard.push('counted'))
    expect([counter.next(), counter.next(), heard.length]).toEqual([1, 2, 2])
    expect(counter).toBeInstanceOf(Counter)
    expect(() => (counter as unknown as { reset: () => void }).reset()).toThrow(/Counter\.reset/)
  })

  it('takes no listener for what it never emits', () => {
    expect(() => new Counter().on('reset', () => undefined)).toThrow(
      "The double of Electron never emits 'reset' of Counter.",
    )
  })

  it('takes no option that it would ignore', () => {
    knowsOnly('Window', { width: 1 }, ['width'])
    knowsOnly('Window', undefined, [])
    expect(() => knowsOnly('Window', { width: 1, kiosk: true }, ['width'])).toThrow(/Window\.kiosk/)
  })
})

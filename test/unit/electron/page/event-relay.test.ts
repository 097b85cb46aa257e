import { describe, expect, it } from 'vitest'
import { EventRelay } from '../../../../electron/page/event-relay.ts'

describe('what the shell tells unasked', () => {
  // Bug it would catch: a double-clicked project that is lost because the window was still loading.
  it('waits for its first listener, and reaches every later one as it comes', () => {
    const relay = new EventRelay()
    relay.receive('documentRefused', { message: 'first' })
    relay.receive('documentRefused', { message: 'second' })
    const heard: string[] = []
    const stop = relay.on('documentRefused', ({ message }) => heard.push(message))
    relay.on('documentRefused', ({ message }) => heard.push(`also ${message}`))
    relay.receive('documentRefused', { message: 'third' })
    stop()
    relay.receive('documentRefused', { message: 'fourth' })
    expect(heard).toEqual(['first', 'second', 'third', 'also third', 'also fourth'])
  })

  it('is dropped when it is of an unknown name or shape', () => {
    const relay = new EventRelay()
    const heard: unknown[] = []
    relay.on('menuCommand', (event) => heard.push(event))
    relay.receive('menuCommand', { command: ['file.save'] })
    relay.receive('constructor', {})
    relay.receive('menuCommand', { command: 'file.save' })
    expect(heard).toEqual([{ command: 'file.save' }])
  })
})

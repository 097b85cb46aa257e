import { describe, expect, it } from 'vitest'
import { CocanvasError } from '../../../../../electron/contract/error-codes.ts'
import type { ShellCalls } from '../../../../../electron/contract/shell-api.ts'
import { answerCall } from '../../../../../electron/services/calls/answer-call.ts'

/** Answers calls with one real method; the others must never be reached. */
function answer(
  name: string,
  input: unknown,
  method: () => Promise<unknown> = () => Promise.resolve('card'),
): Promise<unknown[]> {
  const bugs: unknown[] = []
  const calls = { readModelCard: method } as unknown as ShellCalls
  return answerCall(calls, name, input, (error) => bugs.push(error)).then((outcome) => [outcome, bugs])
}

describe('a call from a page', () => {
  it('is answered with its result', async () => {
    expect(await answer('readModelCard', ['landscape'])).toEqual([{ ok: true, value: 'card' }, []])
  })

  // Bug it would catch: a page that reaches whatever an object happens to have.
  it.each(['constructor', '__proto__', 'toString', 'rm', ''])('is refused for a method called %j', async (name) => {
    const [outcome] = await answer(name, [])
    expect(outcome).toMatchObject({ ok: false, code: 'protocol' })
  })

  it.each([[['../../etc']], [[]], [['landscape', 'more']], [[42]], ['landscape'], [undefined], [{ 0: 'landscape' }]])(
    'is refused for arguments like %j before the method runs',
    async (input) => {
      const [outcome, bugs] = await answer('readModelCard', input, () => Promise.reject(new Error('reached')))
      expect(outcome).toMatchObject({ ok: false, code: 'protocol' })
      expect(bugs).toEqual([])
    },
  )

  // Bug it would catch: a full disk that reads as "Something went wrong inside Cocanvas".
  it('says what the disk refused, and takes it for nobody’s bug', async () => {
    const failing = (): Promise<never> => Promise.reject(Object.assign(new Error('x'), { code: 'ENOSPC' }))
    const message = 'A file could not be read or written, because the disk is full: mend that and try again.'
    expect(await answer('readModelCard', ['landscape'], failing)).toEqual([
      { ok: false, code: 'bad-request', message },
      [],
    ])
  })

  it('tells the user’s errors as they are', async () => {
    const failing = (): Promise<never> => Promise.reject(new CocanvasError('pack-missing', 'There is no such pack.'))
    expect(await answer('readModelCard', ['landscape'], failing)).toEqual([
      { ok: false, code: 'pack-missing', message: 'There is no such pack.' },
      [],
    ])
  })

  // Bug it would catch: a stack trace or a path of the user's machine shown by the page.
  it('keeps our own bugs to the log', async () => {
    const bug = new TypeError('/home/user/secret is undefined')
    const [outcome, bugs] = await answer('readModelCard', ['landscape'], () => Promise.reject(bug))
    expect(outcome).toMatchObject({ ok: false, code: 'internal' })
    expect(JSON.stringify(outcome)).not.toContain('secret')
    expect(bugs).toEqual([bug])
  })
})

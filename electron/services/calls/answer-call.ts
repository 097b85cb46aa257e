import type { CallOutcome } from '../../contract/call-outcome.ts'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { ShellCalls } from '../../contract/shell-api.ts'
import { shellMethods, type ShellMethodName } from '../../contract/shell-methods.ts'
import { outcomeOf } from './call-outcome.ts'

/** Answers one call from a page, which is trusted no further than its arguments fit the contract. Never rejects. */
export function answerCall(
  calls: ShellCalls,
  name: string,
  input: unknown,
  reportBug: (error: unknown) => void,
): Promise<CallOutcome> {
  return outcomeOf(async () => {
    if (!isMethodName(name)) throw new CocanvasError('protocol', `There is no method called ${name}.`)
    return invoke(calls, name, input)
  }, reportBug)
}

function isMethodName(name: string): name is ShellMethodName {
  return Object.hasOwn(shellMethods, name)
}

async function invoke(calls: ShellCalls, name: ShellMethodName, input: unknown): Promise<unknown> {
  const checked = shellMethods[name].input.safeParse(input)
  if (!checked.success) {
    const issue = checked.error.issues[0]
    throw new CocanvasError(
      'protocol',
      `${name} was called with wrong arguments (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}).`,
    )
  }
  // The schema of this very method has just accepted the arguments; the types cannot follow that through a table.
  const method: unknown = Reflect.get(calls, name)
  if (typeof method !== 'function') throw new TypeError(`${name} is no method`)
  const answer: unknown = await Reflect.apply(method, calls, checked.data)
  return answer
}

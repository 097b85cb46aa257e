import type { CallOutcome } from '../../contract/call-outcome.ts'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { ShellCalls } from '../../contract/shell-api.ts'
import { shellMethods, type ShellMethodName } from '../../contract/shell-methods.ts'

/**
 * Answers one call from a page, which is trusted no further than its arguments fit the contract. Never rejects.
 *
 * @param reportBug receives what is no user's fault: the page only learns that something went wrong.
 */
export async function answerCall(
  calls: ShellCalls,
  name: string,
  input: unknown,
  reportBug: (error: unknown) => void,
): Promise<CallOutcome> {
  try {
    if (!isMethodName(name)) throw new CocanvasError('protocol', `There is no method called ${name}.`)
    return { ok: true, value: await invoke(calls, name, input) }
  } catch (error) {
    if (error instanceof CocanvasError) return { ok: false, code: error.code, message: error.message }
    reportBug(error)
    return {
      ok: false,
      code: 'internal',
      message: 'Something went wrong inside Cocanvas: save your work and start it anew.',
    }
  }
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

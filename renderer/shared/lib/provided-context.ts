import { createContext, use, type Context } from 'react'

/**
 * Something long-lived that components ask for: the context to provide it with, and the hook that hands it out.
 *
 * @param name What it is, for the error of a component that stands outside.
 */
export function providedContext<Value>(name: string): readonly [Context<Value | undefined>, () => Value] {
  const context = createContext<Value | undefined>(undefined)
  const useProvided = (): Value => {
    const value = use(context)
    if (value === undefined) throw new Error(`The ${name} was asked for where nobody provides it.`)
    return value
  }
  return [context, useProvided]
}

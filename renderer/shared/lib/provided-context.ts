import { createContext, use, type Context } from 'react'

/**
 * A long-lived object for components: the context that provides it, and the hook that returns it.
 *
 * @param name Its name, for the error of a component outside the provider.
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

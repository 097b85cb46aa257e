/** Names that the language itself asks of any object, such as `await` looking for `then`. */
const ASKED_BY_LANGUAGE = new Set<PropertyKey>(['then', 'toJSON', 'constructor', 'prototype'])

/**
 * An object that throws when anything is asked of it that it does not have: a silent `undefined` would let the app
 * believe that Electron did something.
 */
export function strict<Value extends object>(name: string, value: Value): Value {
  return new Proxy(value, {
    get: (target, property) => {
      if (!(property in target) && typeof property === 'string' && !ASKED_BY_LANGUAGE.has(property)) {
        throw new Error(`The double of Electron lacks ${name}.${property}.`)
      }
      const found: unknown = Reflect.get(target, property, target)
      // Private fields and emitters need their own object as `this`, not the proxy.
      if (typeof found !== 'function' || isClass(found)) return found
      const bound: unknown = found.bind(target)
      return bound
    },
  })
}

function isClass(found: object): boolean {
  return Object.hasOwn(found, 'prototype')
}

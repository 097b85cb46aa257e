import type { EventEmitter } from 'node:events'

/** Names that the language itself asks of any object, such as `await` looking for `then`. */
const ASKED_BY_LANGUAGE = new Set<PropertyKey>(['then', 'toJSON', 'constructor', 'prototype'])

/**
 * An object that throws when anything is asked of it that it does not have: a silent `undefined` would let the app
 * believe that Electron did something. Nothing can be set on it either.
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
    set: (_target, property) => {
      throw new Error(`Nothing of Electron's is for the app to set, least of all ${name}.${String(property)}.`)
    },
  })
}

/** A class whose statics and instances are strict. */
export function strictClass<Class extends new (...input: never[]) => object>(name: string, type: Class): Class {
  return new Proxy(strict(name, type), {
    construct: (target, input) => {
      const instance = Reflect.construct(target, input) as object
      return strict(name, instance)
    },
  })
}

/** Refuses listeners for events that the double never emits: the app would wait for them in vain. */
export function emitsOnly(name: string, emitter: EventEmitter, events: readonly string[]): void {
  const known = new Set([...events, 'newListener', 'removeListener'])
  emitter.prependListener('newListener', (event: string | symbol) => {
    if (typeof event === 'string' && !known.has(event)) {
      throw new Error(`The double of Electron never emits '${event}' of ${name}.`)
    }
  })
}

/** Refuses options that the double would silently ignore. */
export function knowsOnly(name: string, options: object | undefined, known: readonly string[]): void {
  const unknown = Object.keys(options ?? {}).find((key) => !known.includes(key))
  if (unknown !== undefined) throw new Error(`The double of Electron does not know the option ${name}.${unknown}.`)
}

/** Functions are bound; classes must stay what they are, and only they are written so. */
function isClass(found: object): boolean {
  return Function.prototype.toString.call(found).startsWith('class')
}

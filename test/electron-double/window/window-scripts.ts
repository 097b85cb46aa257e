import { installIsolatedWorld } from './isolated-world.ts'
import { installMainWorld } from './main-world.ts'

/** What the double puts into every page, once into each of its two worlds. */
globalThis.electronDouble = { installIsolatedWorld, installMainWorld }

declare global {
  var electronDouble: {
    readonly installIsolatedWorld: typeof installIsolatedWorld
    readonly installMainWorld: typeof installMainWorld
  }
}

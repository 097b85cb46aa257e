import { ensureWindowBuilt } from '../building/build-window.mjs'
import { importTypeScript } from '../building/import-typescript.mjs'

/**
 * @typedef {import('./measurement.mjs').RunSuite} RunSuite
 *
 * What `npm run bench` can measure. A new suite is a row here and a module that exports `run`, loaded only when it is asked
 * for; it may count on built programs (dist/) and installed packages.
 *
 * @type {Readonly<Record<string, { readonly load: () => Promise<RunSuite> }>>}
 */
export const suites = {
  engine: {
    load: async () => {
      const module = await importTypeScript('scripts/bench/engine/suite.ts')
      return /** @type {typeof import('./engine/suite.ts')} */ (module).run
    },
  },
  photos: {
    load: async () => {
      const module = await importTypeScript('scripts/bench/photos/suite.ts')
      return /** @type {typeof import('./photos/suite.ts')} */ (module).run
    },
  },
  editor: {
    load: async () => {
      const module = await importTypeScript('scripts/bench/editor/suite.ts')
      return /** @type {typeof import('./editor/suite.ts')} */ (module).run
    },
  },
  makeup: {
    load: async () => {
      const module = await importTypeScript('scripts/bench/makeup/suite.ts')
      return /** @type {typeof import('./makeup/suite.ts')} */ (module).run
    },
  },
  people: {
    load: async () => {
      const module = await importTypeScript('scripts/bench/people/suite.ts')
      return /** @type {typeof import('./people/suite.ts')} */ (module).run
    },
  },
  window: {
    load: async () => {
      await ensureWindowBuilt()
      const module = await importTypeScript('scripts/bench/window/suite.ts')
      return /** @type {typeof import('./window/suite.ts')} */ (module).run
    },
  },
}

import { z } from 'zod'
import { suggestion } from '../arguments/did-you-mean.ts'
import { JSON_OPTION } from '../arguments/shared-options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { defineCommand } from '../command.ts'
import type { CliEnvironment } from '../environment.ts'
import { listPacksAction } from '../packs/list-packs-action.ts'
import { removePackAction } from '../packs/remove-pack-action.ts'
import { showPackAction } from '../packs/show-pack-action.ts'
import { verifyPacksAction } from '../packs/verify-packs-action.ts'

/** What `cocanvas packs WORD …` does; ids are the words after it. */
type PacksAction = (ids: readonly string[], json: boolean, environment: CliEnvironment) => Promise<void>

const ACTIONS: Readonly<Record<string, PacksAction>> = {
  list: listPacksAction,
  show: showPackAction,
  verify: verifyPacksAction,
  remove: removePackAction,
}

/** `cocanvas packs`: what is installed, what a pack can paint, whether its files are whole. */
export const packsCommand = defineCommand({
  help: {
    name: 'packs',
    summary: 'Lists the installed packs, shows one, checks their files, or removes one.',
    usage: ['packs [list]', 'packs show ID', 'packs verify [ID …]', 'packs remove ID'],
    options: { ...JSON_OPTION },
    operands: {
      name: 'ACTION',
      minimum: 0,
      maximum: 100,
      description: 'list, show, verify or remove, and the ids of packs',
    },
    notes: ['Only packs in your own data folder can be removed; those that came with Cocanvas stay.'],
    examples: ['packs', 'packs show landscape', 'packs verify', 'packs remove my-import'],
  },
  values: z.object({ json: z.boolean().default(false) }),
  async run({ json }, [action = 'list', ...ids], environment) {
    const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
    if (run === undefined) {
      const names = Object.keys(ACTIONS)
      throw new UsageError(
        `packs has no action ${action}${suggestion(action, names)}; choose one of ${names.join(', ')}.`,
      )
    }
    await run(ids, json, environment)
  },
})

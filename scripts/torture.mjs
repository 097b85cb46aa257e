/**
 * `npm run torture [-- PART …]`: a long soak, kills of every process, damaged inputs for every reader and bad connections,
 * with what became of them. A part can be run alone and with smaller counts.
 */
import { parseArgs } from 'node:util'

import { ensureBuilt } from './building/build.mjs'
import { importTypeScript } from './building/import-typescript.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { root } from './setup/repository.mjs'
import { runScript, SetupError } from './setup/run-command.mjs'

const HELP = `npm run torture [-- PART …] [--strokes N] [--kills N] [--mutants N] [--connections N] [--pack ID] [--seed N]

  soak          strokes with a picture and a journal entry each   --strokes 2000
  kills         kills of the host, the shell and the command line  --kills 100 (of each)
  mutants       damaged inputs for every reader                    --mutants 20000 (of each)
  connections   broken connections to the web shell                --connections 2000

The same seed gives the same faults. Exits with 1 when anything is found.`

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      strokes: { type: 'string', default: '2000' },
      kills: { type: 'string', default: '100' },
      mutants: { type: 'string', default: '20000' },
      connections: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      pack: { type: 'string', default: 'landscape' },
    },
  })
  if (values.help) {
    console.log(HELP)
    return 0
  }
  await ensureNodePackages()
  await ensureBuilt()
  const imported = await importTypeScript('scripts/torture/torture.ts')
  const { tortureParts } = /** @type {typeof import('./torture/torture.ts')} */ (imported)
  const names = positionals.length === 0 ? Object.keys(tortureParts) : positionals
  const sizes = {
    strokes: count('strokes', values.strokes),
    kills: count('kills', values.kills),
    mutants: count('mutants', values.mutants),
    connections: count('connections', values.connections),
    seed: count('seed', values.seed),
    packId: values.pack,
  }
  let found = 0
  for (const name of names) {
    const run = tortureParts[name]
    if (run === undefined)
      throw new SetupError(`torture knows no ${name}; name some of: ${Object.keys(tortureParts).join(', ')}.`, 2)
    const start = performance.now()
    const { lines, faults } = await run(root, sizes)
    for (const line of lines) console.log(line)
    for (const fault of faults) console.error(`  FAULT ${fault}`)
    console.log(`  ${faults.length} faults, ${((performance.now() - start) / 1000).toFixed(0)} s`)
    found += faults.length
  }
  return found === 0 ? 0 : 1
})

/**
 * @param {string} name
 * @param {string} text
 */
function count(name, text) {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1) return value
  throw new SetupError(`--${name} needs a whole number from 1.`, 2)
}

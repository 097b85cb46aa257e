/**
 * `npm run torture [-- PART …]`: a long soak, kills of every process, damaged inputs for every reader and bad
 * connections; prints what happened. A part can be run alone and with smaller counts.
 */
import { parseArgs } from 'node:util'

import { ensureBuilt } from './building/build.mjs'
import { importTypeScript } from './building/import-typescript.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { root } from './setup/repository.mjs'
import { runScript, SetupError } from './setup/run-command.mjs'
import { windowsPart } from './torture/windows-part.mjs'
import { terminalReport } from './torture/terminal-report.mjs'

const HELP = `npm run torture [-- PART …] [--quick] [--strokes N] [--kills N] [--mutants N] [--connections N] [--seed N]

  soak          strokes with a picture and a journal entry each      --strokes 2000
  kills         kills of the host, the shell and the command line     --kills 100 (of each)
  windows       kills of the page, and of Electron's main and renderer processes on our double of Electron, and a soak of one
                page                                                  --page-strokes 10000
  mutants       damaged inputs for every reader                       --mutants 20000 (of each); --reader photo for some
  connections   broken connections to the web shell                   --connections 2000

--quick takes counts for every day: 60 strokes, 2 kills, 200 mutants, 300 connections. --pack ID chooses the soak's pack.
The same seed gives the same faults. Ends with 1 when anything is found.`

const FULL = { strokes: 2000, pageStrokes: 10_000, kills: 100, mutants: 20_000, connections: 2000 }
const QUICK = { strokes: 60, pageStrokes: 500, kills: 2, mutants: 200, connections: 300 }

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      quick: { type: 'boolean', default: false },
      strokes: { type: 'string' },
      'page-strokes': { type: 'string' },
      kills: { type: 'string' },
      mutants: { type: 'string' },
      connections: { type: 'string' },
      reader: { type: 'string', default: '' },
      seed: { type: 'string', default: '1' },
      pack: { type: 'string', default: 'landscape' },
    },
  })
  if (values.help) {
    console.log(HELP)
    return 0
  }
  const usual = values.quick ? QUICK : FULL
  const sizes = {
    strokes: count('strokes', values.strokes, usual.strokes),
    pageStrokes: count('page-strokes', values['page-strokes'], usual.pageStrokes),
    kills: count('kills', values.kills, usual.kills),
    mutants: count('mutants', values.mutants, usual.mutants),
    connections: count('connections', values.connections, usual.connections),
    seed: count('seed', values.seed, 1),
    reader: values.reader,
    packId: values.pack,
  }
  await ensureNodePackages()
  await ensureBuilt()
  const imported = await importTypeScript('scripts/torture/torture.ts')
  const { tortureParts } = /** @type {typeof import('./torture/torture.ts')} */ (imported)
  const { soak, kills, mutants, connections } = tortureParts
  /** @type {Readonly<Record<string, import('./torture/torture.ts').TorturePart>>} */
  const known = { soak, kills, windows: windowsPart, mutants, connections }
  const chosen = (positionals.length === 0 ? Object.keys(known) : positionals).map((name) => {
    const part = known[name]
    if (part !== undefined) return { name, part }
    throw new SetupError(`torture knows no ${name}; name some of: ${Object.keys(known).join(', ')}.`, 2)
  })
  for (const { name, part } of chosen)
    console.log(`${name}: ${part.announce(sizes)}, about ${duration(part.expect(sizes))}`)
  const expected = chosen.reduce((sum, { part }) => sum + part.expect(sizes), 0)
  console.log(`together about ${duration(expected)} on two cores of 2.5 GHz; seed ${sizes.seed}\n`)
  const report = terminalReport()
  for (const { name, part } of chosen) {
    const start = performance.now()
    const before = report.faults()
    await part.run(root, sizes, report)
    report.line(`  ${name}: ${report.faults() - before} faults, ${duration((performance.now() - start) / 1000)}\n`)
  }
  return report.faults() === 0 ? 0 : 1
})

/**
 * @param {string} name
 * @param {string | undefined} text
 * @param {number} usual
 */
function count(name, text, usual) {
  const value = text === undefined ? usual : Number(text)
  if (Number.isInteger(value) && value >= 1) return value
  throw new SetupError(`--${name} needs a whole number from 1.`, 2)
}

/** @param {number} seconds */
function duration(seconds) {
  return seconds < 100 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`
}

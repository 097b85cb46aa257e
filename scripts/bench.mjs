/**
 * `npm run bench [-- SUITE …]`: measures, prints one table per suite and writes dist/reports/bench-SUITE.json.
 * A suite is a row of scripts/bench/suites.mjs.
 */
import { documentReport } from './bench/document.mjs'
import { writeReport } from './bench/report-file.mjs'
import { reportTable } from './bench/report-table.mjs'
import { runRounds } from './bench/rounds.mjs'
import { suites } from './bench/suites.mjs'
import { BENCH_HELP, readBenchArguments } from './bench/bench-arguments.mjs'
import { ensureBuilt } from './building/build.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { runScript } from './setup/run-command.mjs'

await runScript(async () => {
  const { help, names, rounds, check, document } = readBenchArguments(process.argv.slice(2), Object.keys(suites))
  if (help) {
    console.log(BENCH_HELP)
    return 0
  }
  await ensureNodePackages()
  await ensureBuilt()
  let missed = 0
  for (const name of names) {
    const suite = suites[name]
    if (suite === undefined) continue
    const run = await suite.load()
    const report = await runRounds(name, rounds, run)
    console.log(reportTable(report))
    console.log(`Written to ${writeReport(report)}.\n`)
    if (document) console.log(`Put into ${await documentReport(report)}.\n`)
    missed += report.measurements.filter(({ met }) => met === false).length
  }
  return check && missed > 0 ? 1 : 0
})

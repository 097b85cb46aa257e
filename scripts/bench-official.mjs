/**
 * `npm run bench:official [-- VARIANT …]`: PyTorch, one dense ONNX graph and the imported pack (float and int8), with the same weights on the
 * same inputs at 256², two threads each, in turn. ade20k unless told otherwise; needs 3 GB of disk and of memory.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'

import { bundleTypeScript, importTypeScript } from './building/import-typescript.mjs'
import { ensureBuilt } from './building/build.mjs'
import { chosenVariants, importPair, inTemporaryFolder, textOf, writePair } from './official/official-pair.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { ensurePython, trainingFolder } from './setup/python-environment.mjs'
import { runScript } from './setup/run-command.mjs'

/** Every way runs this often, in turn, so that other work of the machine slows all of them alike. */
const ROUNDS = 2
const STROKES = 3

await runScript(async () => {
  const variants = chosenVariants(process.argv.slice(2), ['ade20k'])
  await ensureNodePackages()
  await ensureBuilt()
  const python = await ensurePython()
  const imported = await importTypeScript('scripts/official/compare-engines.ts')
  const { compareEngines, comparisonTable } = /** @type {typeof import('./official/compare-engines.ts')} */ (imported)
  let missed = false
  for (const variant of variants) {
    const comparison = compareEngines(await inTemporaryFolder((folder) => measure(python, variant, folder)))
    console.log(
      `${variant}, 256 × 256, 2 threads, median of ${ROUNDS * STROKES} strokes\n${comparisonTable(comparison)}`,
    )
    missed ||= !comparison.met
  }
  return missed ? 1 : 0
})

/**
 * @param {string} python
 * @param {import('./official/official-pair.mjs').OfficialVariantId} variant
 * @param {string} folder
 * @returns {Promise<unknown[]>}
 */
async function measure(python, variant, folder) {
  const pair = await writePair(python, variant, folder)
  const pack = path.join(folder, 'pack')
  await importPair(pair, variant, 'fp16', pack)
  const eightBits = path.join(folder, 'int8')
  await importPair(pair, variant, 'int8', eightBits)
  const dense = path.join(folder, 'dense')
  mkdirSync(dense)
  const imported = await importTypeScript('scripts/official/write-dense-graph.ts')
  const { writeDenseGraph } = /** @type {typeof import('./official/write-dense-graph.ts')} */ (imported)
  await writeDenseGraph(pair, variant, dense)
  // As electron/supervision starts the host.
  const heap = await importTypeScript('electron/contract/host-heap.ts')
  const { HOST_HEAP } = /** @type {typeof import('../electron/contract/host-heap.ts')} */ (heap)
  const hostEnvironment = process.platform === 'linux' ? HOST_HEAP : {}
  const graphs = await bundleTypeScript('scripts/official/measure-graphs.ts')
  const reference = ['-m', 'training.official.measure', '--variant', variant, '--folder', folder, '--strokes']
  const measurements = []
  for (let round = 0; round < ROUNDS; round++) {
    measurements.push(
      await textOf(process.execPath, [graphs, 'stages', pack, variant, `${STROKES}`], { env: hostEnvironment }),
      await textOf(process.execPath, [graphs, 'int8', eightBits, variant, `${STROKES}`], { env: hostEnvironment }),
      await textOf(process.execPath, [graphs, 'dense', dense, variant, `${STROKES}`]),
      await textOf(python, [...reference, `${STROKES}`], { cwd: trainingFolder }),
    )
  }
  return measurements.map((text) => /** @type {unknown} */ (JSON.parse(text)))
}

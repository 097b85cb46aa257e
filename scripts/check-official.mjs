/**
 * `npm run check:official [-- VARIANT …]`: imports full-size checkpoint pairs of all five official variants, written by
 * torch in both formats, and compares warp and picture with PyTorch. Takes some minutes, 3 GB of disk and of memory.
 */
import path from 'node:path'

import { ensureBuilt } from './building/build.mjs'
import {
  chosenVariants,
  importPair,
  inTemporaryFolder,
  textOf,
  VARIANTS,
  writePair,
} from './official/official-pair.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { ensurePython, trainingFolder } from './setup/python-environment.mjs'
import { runScript } from './setup/run-command.mjs'

await runScript(async () => {
  const variants = chosenVariants(process.argv.slice(2), VARIANTS)
  await ensureNodePackages()
  await ensureBuilt()
  const python = await ensurePython()
  let missed = false
  for (const variant of variants) {
    // Each of the two formats of torch.save is used at full size.
    const legacy = VARIANTS.indexOf(variant) % 2 === 1
    const figures = await inTemporaryFolder((folder) => compare(python, variant, folder, legacy))
    console.log(
      `${variant} (${legacy ? 'legacy stream' : 'zip'}): ${JSON.stringify(figures.values)}${figures.met ? '' : ' MISSED'}`,
    )
    missed ||= !figures.met
  }
  return missed ? 1 : 0
})

/**
 * @param {string} python
 * @param {import('./official/official-pair.mjs').OfficialVariantId} variant
 * @param {string} folder
 * @param {boolean} legacy
 */
async function compare(python, variant, folder, legacy) {
  const pair = await writePair(python, variant, folder, { legacy })
  const files = ['--folder', folder]
  for (const precision of /** @type {const} */ (['fp32', 'fp16', 'int8'])) {
    const pack = path.join(folder, precision)
    await importPair(pair, variant, precision, pack)
    files.push(`--${precision}`, pack)
  }
  const text = await textOf(python, ['-m', 'training.official.compare', '--variant', variant, ...files], {
    cwd: trainingFolder,
    statuses: [0, 1],
  })
  /** @type {unknown} */
  const printed = JSON.parse(text)
  const values = /** @type {Readonly<Record<string, unknown>>} */ (printed)
  return { values, met: values['met'] === true }
}

/**
 * `node scripts/measure-makeup.mjs --photos FOLDER --exemplars FOLDER [--every N] [--first K] [--method NAME]`: transfers the make-up of
 * every N-th exemplar (by name) to every N-th photo, by five methods, and prints one table. Photos may be given several times. Each folder
 * begins at its photo number K (0 … N−1), so that another K gives pairs of other people. With `--pictures FOLDER` every result is
 * written as well, for `python -m training.evaluation.lpips_pairs --pictures FOLDER`.
 *
 * `node scripts/measure-makeup.mjs --sequence PHOTO --exemplars EXEMPLAR`: turns, crops and lightens one photo 20 times and says how far the
 * make-up of one exemplar differs.
 */
import { importTypeScript } from './building/import-typescript.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { runScript } from './setup/run-command.mjs'
import { parseArgs } from 'node:util'

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      photos: { type: 'string', multiple: true },
      exemplars: { type: 'string' },
      every: { type: 'string', default: '20' },
      first: { type: 'string', default: '0' },
      sequence: { type: 'string' },
      method: { type: 'string', multiple: true, default: [] },
      pictures: { type: 'string' },
    },
  })
  if (values.sequence !== undefined && values.exemplars !== undefined) {
    await ensureNodePackages()
    const sequence = await importTypeScript('scripts/makeup/measure-sequence.ts')
    const { measureSequence } = /** @type {typeof import('./makeup/measure-sequence.ts')} */ (sequence)
    console.log(await measureSequence(values.sequence, values.exemplars, 20))
    return 0
  }
  if (values.photos === undefined || values.exemplars === undefined) {
    console.log('Give --photos FOLDER (several times if you like) and --exemplars FOLDER.')
    return 1
  }
  await ensureNodePackages()
  const imported = await importTypeScript('scripts/makeup/measure-transfer.ts')
  const { measureTransfer } = /** @type {typeof import('./makeup/measure-transfer.ts')} */ (imported)
  console.log(
    await measureTransfer(
      values.photos,
      values.exemplars,
      { every: Number(values.every), first: Number(values.first) },
      values.method,
      values.pictures,
    ),
  )
  return 0
})
